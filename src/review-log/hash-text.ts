/** Two 32-bit halves, unsigned. */
export interface Hash64 {
	readonly high: number;
	readonly low: number;
}

/**
 * A fixed 64-bit hash of a text: two lanes in the manner of FNV-1a, two UTF-16 units at a time, each finished like
 * MurmurHash3. Not for secrets: it marks sets of events and seeds the fuzz. Part of the log's format: a changed digit changes
 * due dates.
 */
export function hashText(text: string): Hash64 {
	const { length } = text;
	let high = 0x811c9dc5 ^ length;
	let low = 0x9747b28c;
	for (let index = 0; index < length; index += 2) {
		// Past the end stands NaN, of which the bits are 0.
		const units = text.charCodeAt(index) | (text.charCodeAt(index + 1) << 16);
		high = Math.imul(high ^ units, 0x01000193);
		high ^= high >>> 13;
		low = Math.imul(low ^ units, 0x5bd1e995);
		low ^= low >>> 15;
	}
	return { high: finish(high), low: finish(low) };
}

/** Every bit of the input moves every bit of the output. */
export function finish(hash: number): number {
	let mixed = hash ^ (hash >>> 16);
	mixed = Math.imul(mixed, 0x85ebca6b);
	mixed ^= mixed >>> 13;
	mixed = Math.imul(mixed, 0xc2b2ae35);
	return (mixed ^ (mixed >>> 16)) >>> 0;
}
