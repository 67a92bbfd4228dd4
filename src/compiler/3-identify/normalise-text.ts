/**
 * A text as it is compared: formatting, spacing, width of marks, list markers and spelling of "vs" do not count, so
 * that an edit of the form changes no card.
 *
 *     `ADD` VS. ＣＯＰＹ  ->  addvscopy
 */
export function normaliseText(text: string): string {
	const half = isPlain(text) ? text : text.normalize('NFKC');
	let plain = half.toLowerCase();
	if (listMark.test(plain)) plain = plain.replace(listMarks, '');
	if (plain.includes('vs')) plain = plain.replace(/\bvs\.?(?=\s)/g, 'vs');
	return plain.replace(/[\s\u200b-\u200d\ufeff]+/g, '').replace(/[?:.。!]+$/, '');
}

const listMarks = /^\s*(?:[-*+]|\d{1,9}[.)])\s+/gm;
/** Looked for first: most questions have none. */
const listMark = /[-*+.)]\s/;

/** Most text of code and English: nothing to fold. */
const isPlain = (text: string): boolean => /^[\t\n\r -~]*$/.test(text);
