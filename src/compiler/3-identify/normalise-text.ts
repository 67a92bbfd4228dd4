/**
 * A text as it is compared: formatting, spacing, width of marks, list markers and spelling of "vs" do not count, so
 * that an edit of the form changes no card.
 *
 *     `ADD` VS. ＣＯＰＹ  ->  addvscopy
 */
export function normaliseText(text: string): string {
	const plain = text
		.normalize('NFKC')
		.toLowerCase()
		.replace(/^\s*(?:[-*+]|\d{1,9}[.)])\s+/gm, '')
		.replace(/\bvs\.?(?=\s)/g, 'vs');
	return plain.replace(/[\s\u200b-\u200d\ufeff]+/g, '').replace(/[?:.。!]+$/, '');
}

/**
 * Code units of the normalised text, to be hashed at once: good until the next call. The same units as
 * `normaliseText` gives (a property test compares), in one pass without making a string, since every card of every
 * compile comes by here; text that has anything but ASCII, Han and their full-width marks takes the long way.
 */
export function normalisedUnits(text: string): Uint16Array {
	if (scratch.length < text.length) scratch = new Uint16Array(text.length * 2);
	const length = normaliseInto(scratch, text);
	if (length >= 0) return scratch.subarray(0, withoutEndMarks(scratch, length));
	const plain = normaliseText(text);
	if (scratch.length < plain.length) scratch = new Uint16Array(plain.length * 2);
	for (let at = 0; at < plain.length; at++) scratch[at] = plain.charCodeAt(at);
	return scratch.subarray(0, plain.length);
}

let scratch = new Uint16Array(4_096);

const needsLongWay = -1;

/** Returns how many units it wrote, or `needsLongWay`. */
function normaliseInto(units: Uint16Array, text: string): number {
	let length = 0;
	let isLineStart = true;
	for (let at = 0; at < text.length; at++) {
		const unit = foldUnit(text.charCodeAt(at));
		if (unit === needsLongWay) return needsLongWay;
		if (unit === space) {
			const isBreak = text.charCodeAt(at) !== space && isLineBreak(text.charCodeAt(at));
			if (isBreak) isLineStart = true;
			continue;
		}
		if (isLineStart) {
			isLineStart = false;
			const markEnd = endOfListMark(text, at, unit);
			if (markEnd > at) {
				at = markEnd - 1;
				continue;
			}
		}
		if (unit === dot && units[length - 1] === letterS && units[length - 2] === letterV) return needsLongWay;
		units[length++] = unit;
	}
	return length;
}

const space = 0x20;
const dot = 0x2e;
const letterS = 0x73;
const letterV = 0x76;

/** Half width, lower case, any blank as a space; `needsLongWay` for what one unit cannot tell. */
function foldUnit(given: number): number {
	const unit = given >= 0xff01 && given <= 0xff5e ? given - 0xfee0 : given;
	if (unit >= 0x41 && unit <= 0x5a) return unit + 0x20;
	if (unit > space && unit < 0x7f) return unit;
	if ((unit >= 0x4e00 && unit <= 0x9fff) || (unit >= 0x3001 && unit <= 0x3020)) return unit;
	if (unit === space || unit === 0x3000 || (unit >= 0x09 && unit <= 0x0d)) return space;
	return needsLongWay;
}

const isLineBreak = (unit: number): boolean => unit === 0x0a || unit === 0x0d;

/** Where `- ` or `12. ` that begins at `at` ends: at the blank after it; `at` where none begins. */
function endOfListMark(text: string, at: number, first: number): number {
	if (first === 0x2d || first === 0x2a || first === 0x2b) return isBlank(text, at + 1) ? at + 1 : at;
	let end = at;
	while (end - at < 9 && isDigit(foldUnit(text.charCodeAt(end)))) end++;
	if (end === at) return at;
	const closing = foldUnit(text.charCodeAt(end));
	return (closing === dot || closing === 0x29) && isBlank(text, end + 1) ? end + 1 : at;
}

const isDigit = (unit: number): boolean => unit >= 0x30 && unit <= 0x39;
const isBlank = (text: string, at: number): boolean =>
	at < text.length && foldUnit(text.charCodeAt(at)) === space;

/** How many units are left without `?:.。!` at the end. */
function withoutEndMarks(units: Uint16Array, length: number): number {
	let end = length;
	while (end > 0 && endMarks.has(units[end - 1] ?? 0)) end--;
	return end;
}

const endMarks = new Set(Array.from('?:.。!', (mark) => mark.charCodeAt(0)));
