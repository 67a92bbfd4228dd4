/** Two 32-bit halves, unsigned. */
export interface Hash64 {
	readonly high: number;
	readonly low: number;
}

/**
 * A fixed 64-bit hash of a text (FNV-1a over UTF-16 units in two lanes, each finished like MurmurHash3). Not for secrets:
 * it marks sets of events and seeds the fuzz. Part of the log's format: a changed digit changes due dates.
 */
export function hashText(text: string): Hash64 {
	let high = 0x811c9dc5;
	let low = 0x9747b28c;
	for (let index = 0; index < text.length; index++) {
		const unit = text.charCodeAt(index);
		high = Math.imul(high ^ unit, 0x01000193);
		low = Math.imul(low ^ unit, 0x5bd1e995);
		low ^= low >>> 15;
	}
	return { high: finish(high ^ text.length), low: finish(low) };
}

/** Every bit of the input moves every bit of the output. */
export function finish(hash: number): number {
	let mixed = hash ^ (hash >>> 16);
	mixed = Math.imul(mixed, 0x85ebca6b);
	mixed ^= mixed >>> 13;
	mixed = Math.imul(mixed, 0xc2b2ae35);
	return (mixed ^ (mixed >>> 16)) >>> 0;
}
