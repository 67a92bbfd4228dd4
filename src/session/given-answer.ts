import type { CardId } from '#deck/ids.ts';
import type { Rating } from '#review-log/log-event.ts';
import type { QueueCard } from './queue-card.ts';

/** A rating given in this session. */
export interface GivenAnswer {
	readonly cardId: CardId;
	/** What the card was before. */
	readonly kind: QueueCard['kind'];
	readonly rating: Rating;
	/** Probability of recall that the model expected, 0–1; null for a new card. */
	readonly recall: number | null;
	readonly tookMs: number;
}
