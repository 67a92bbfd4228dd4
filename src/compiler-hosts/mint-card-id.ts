import type { CardId } from '#deck/ids.ts';

/** A new card id: 80 random bits in 16 digits of base 32 (Crockford's, lower case). */
export function mintCardId(): CardId {
	const bytes = crypto.getRandomValues(new Uint8Array(10));
	let id = '';
	let bits = 0;
	let count = 0;
	for (const byte of bytes) {
		bits = (bits << 8) | byte;
		count += 8;
		while (count >= 5) {
			count -= 5;
			id += digits.charAt((bits >> count) & 31);
		}
		bits &= (1 << count) - 1;
	}
	return id as CardId;
}

const digits = '0123456789abcdefghjkmnpqrstvwxyz';
