import type { Instant } from '#time/instant.ts';
import type { CardRecord } from './card-record.ts';

/** When a card was last reviewed; undefined for one that is new, also again. */
export const lastReviewOf = (record: CardRecord | undefined): Instant | undefined =>
	record === undefined || record.state.kind === 'new' ? undefined : record.state.lastReviewAt;
