import type { CardRef } from '#library/library.ts';
import type { CardRecord } from '#scheduler/card-record.ts';
import type { Instant } from '#time/instant.ts';

/** A card that waits to be asked. */
export interface QueueCard extends CardRef {
	readonly kind: 'new' | 'learning' | 'review';
	readonly record: CardRecord;
	/** For a step within the day: not before this instant. */
	readonly dueAt: Instant | null;
}
