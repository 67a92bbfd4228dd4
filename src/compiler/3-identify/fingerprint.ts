/**
 * 64 bits of a text (and of the code units after it), as 16 hexadecimal digits: two multiply-xorshift hashes side by side. Not cryptographic; collisions
 * among a million texts have a chance of about 1 in 10^7.
 */
export function fingerprint(text: string, units: Uint16Array = none): string {
	let a = 0xdeadbeef;
	let b = 0x41c6ce57;
	for (let i = 0; i < text.length; i++) {
		const unit = text.charCodeAt(i);
		a = Math.imul(a ^ unit, 2654435761);
		b = Math.imul(b ^ unit, 1597334677);
	}
	for (const unit of units) {
		a = Math.imul(a ^ unit, 2654435761);
		b = Math.imul(b ^ unit, 1597334677);
	}
	a = Math.imul(a ^ (a >>> 16), 2246822507) ^ Math.imul(b ^ (b >>> 13), 3266489909);
	b = Math.imul(b ^ (b >>> 16), 2246822507) ^ Math.imul(a ^ (a >>> 13), 3266489909);
	return hex64(b, a);
}

const none = new Uint16Array(0);

/** Two integers of 32 bits as 16 hexadecimal digits. In one step: pieces put together would cost more than the hash. */
export const hex64 = (high: number, low: number): string =>
	String.fromCharCode(
		digit(high >>> 28),
		digit(high >>> 24),
		digit(high >>> 20),
		digit(high >>> 16),
		digit(high >>> 12),
		digit(high >>> 8),
		digit(high >>> 4),
		digit(high),
		digit(low >>> 28),
		digit(low >>> 24),
		digit(low >>> 20),
		digit(low >>> 16),
		digit(low >>> 12),
		digit(low >>> 8),
		digit(low >>> 4),
		digit(low)
	);

/** `0` to `9`, `a` to `f`: the code of the lowest four bits. */
function digit(bits: number): number {
	const value = bits & 15;
	return value < 10 ? 48 + value : 87 + value;
}
