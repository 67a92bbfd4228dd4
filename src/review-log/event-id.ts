import type { Instant } from '#time/instant.ts';
import type { EventId } from './log-event.ts';

/**
 * UUIDv7 (RFC 9562, 5.7): 48 bits of the instant, 74 random bits.
 * @param random at least 10 random bytes
 */
export function eventId(at: Instant, random: Uint8Array): EventId {
	if (random.length < 10) throw new RangeError('An event id needs 10 random bytes.');
	const time = Math.min(Math.max(0, Math.trunc(at)), 2 ** 48 - 1)
		.toString(16)
		.padStart(12, '0');
	const byte = (index: number) => random[index] ?? 0;
	const version = 0x70 | (byte(0) & 0x0f);
	const variant = 0x80 | (byte(2) & 0x3f);
	const rest = Array.from({ length: 6 }, (_, index) => hexByte(byte(4 + index))).join('');
	return [
		time.slice(0, 8),
		time.slice(8),
		hexByte(version) + hexByte(byte(1)),
		hexByte(variant) + hexByte(byte(3)),
		rest
	].join('-');
}

const hexByte = (byte: number) => byte.toString(16).padStart(2, '0');
