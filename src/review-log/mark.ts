import { hashText, type Hash64 } from './hash-text.ts';
import type { EventId, Mark } from './log-event.ts';

/** A mark while it grows, in signed halves. Events are added in any order, and taking one away is adding it again. */
export interface OpenMark {
	count: number;
	high: number;
	low: number;
}

export const emptyMark: Mark = { count: 0, xor: '0'.repeat(16) };

export const openMark = ({ count, xor }: Mark = emptyMark): OpenMark => ({
	count,
	high: parseInt(xor.slice(0, 8), 16) | 0,
	low: parseInt(xor.slice(8), 16) | 0
});

export const addToMark = (mark: OpenMark, id: EventId): void => addHash(mark, hashText(id));

/** For an event that goes into more than one mark. */
export function addHash(mark: OpenMark, { high, low }: Hash64): void {
	mark.count++;
	mark.high ^= high;
	mark.low ^= low;
}

export const closeMark = ({ count, high, low }: OpenMark): Mark => ({
	count,
	xor: hex(high) + hex(low)
});

/** Whether a stored mark names the same events. */
export const isMark = (mark: OpenMark, stored: Mark): boolean =>
	mark.count === stored.count && isHex(mark.high, stored.xor, 0) && isHex(mark.low, stored.xor, 8);

export function markOf(ids: Iterable<EventId>): Mark {
	const mark = openMark();
	for (const id of ids) addToMark(mark, id);
	return closeMark(mark);
}

const hex = (half: number) => (half >>> 0).toString(16).padStart(8, '0');

/** Whether eight digits of a text, from a place on, spell a number. Digit by digit: a fold asks this for every review. */
function isHex(half: number, text: string, from: number): boolean {
	for (let digit = 0; digit < 8; digit++) {
		const code = text.charCodeAt(from + digit);
		const value = code < 58 ? code - 48 : code - 87;
		if (value !== ((half >>> (28 - digit * 4)) & 15)) return false;
	}
	return text.length === 16;
}
