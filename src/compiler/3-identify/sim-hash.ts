import { hex64 } from './fingerprint.ts';

/**
 * SimHash of the bigrams of a text's code units, 64 bits in hexadecimal: texts that share most bigrams differ in few bits.
 * Works for Chinese as for English. Empty text gives the empty string.
 *
 * Counts are kept bit-sliced, 32 positions in one integer (a column of the counters' binary digits), so that adding a
 * bigram costs a few operations instead of 64.
 */
export function simHash(units: Uint16Array): string {
	const [first] = units;
	if (first === undefined) return '';
	const length = Math.min(units.length - 1, maxBigrams);
	if (length < 1) return hex64(mix(first), mix(~first));
	low.fill(0);
	high.fill(0);
	let previous = first;
	for (let i = 1; i <= length; i++) {
		const unit = units[i] ?? 0;
		const hash = mix((previous << 16) ^ unit);
		add(low, hash);
		add(high, mix(hash ^ 0x5bd1e995));
		previous = unit;
	}
	return hex64(majority(high, length), majority(low, length));
}

/** Longer answers are told apart by their beginning. */
const maxBigrams = 1_000;
/** Enough binary digits to count to `maxBigrams`. */
const columns = 10;

/** Counters of one call, used again by the next. */
const low = new Uint32Array(columns);
const high = new Uint32Array(columns);

function mix(value: number): number {
	let hash = Math.imul(value ^ (value >>> 16), 0x85ebca6b);
	hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
	return (hash ^ (hash >>> 16)) >>> 0;
}

/** Adds one to each of 32 counters whose bit is set. */
function add(counters: Uint32Array, bits: number): void {
	let carry = bits;
	for (let column = 0; carry !== 0 && column < columns; column++) {
		const old = counters[column] ?? 0;
		counters[column] = old ^ carry;
		carry &= old;
	}
}

/** The counters that stand above half of all: compared digit by digit, the highest first. */
function majority(counters: Uint32Array, count: number): number {
	const half = count >> 1;
	let greater = 0;
	let equal = ~0;
	for (let column = columns - 1; column >= 0; column--) {
		const digits = counters[column] ?? 0;
		const isSet = ((half >> column) & 1) === 1;
		if (isSet) equal &= digits;
		else {
			greater |= equal & digits;
			equal &= ~digits;
		}
	}
	return greater >>> 0;
}

/** How alike two texts are by their hashes: 1 the same, about 0 nothing in common. Charikar's angle estimate. */
export function similarity(a: string, b: string): number {
	if (a === b) return 1;
	if (a === '' || b === '') return 0;
	let differing = 0;
	for (let at = 0; at < 16; at += 8) {
		differing += bitCount(
			Number.parseInt(a.slice(at, at + 8), 16) ^ Number.parseInt(b.slice(at, at + 8), 16)
		);
	}
	return Math.max(0, Math.cos((Math.PI * differing) / 64));
}

function bitCount(value: number): number {
	let bits = value - ((value >>> 1) & 0x55555555);
	bits = (bits & 0x33333333) + ((bits >>> 2) & 0x33333333);
	return Math.imul((bits + (bits >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}
