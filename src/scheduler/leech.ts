/**
 * Whether a lapse makes a card a leech: at the threshold, and again after every half of it, rounded up (Anki
 * `states/review.rs`). 0 = never.
 */
export function isLeechLapse(lapses: number, threshold: number): boolean {
	if (threshold <= 0 || lapses < threshold) return false;
	return (lapses - threshold) % Math.max(1, Math.ceil(threshold / 2)) === 0;
}
