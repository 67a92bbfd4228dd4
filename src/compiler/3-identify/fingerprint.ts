/**
 * 64 bits of a text, as 16 hexadecimal digits: two multiply-xorshift hashes side by side. Not cryptographic; collisions
 * among a million texts have a chance of about 1 in 10^7.
 */
export function fingerprint(text: string): string {
	let a = 0xdeadbeef;
	let b = 0x41c6ce57;
	for (let i = 0; i < text.length; i++) {
		const unit = text.charCodeAt(i);
		a = Math.imul(a ^ unit, 2654435761);
		b = Math.imul(b ^ unit, 1597334677);
	}
	a = Math.imul(a ^ (a >>> 16), 2246822507) ^ Math.imul(b ^ (b >>> 13), 3266489909);
	b = Math.imul(b ^ (b >>> 16), 2246822507) ^ Math.imul(a ^ (a >>> 13), 3266489909);
	return hex(b) + hex(a);
}

const hex = (value: number): string => (value >>> 0).toString(16).padStart(8, '0');
