/**
 * A text as it is compared: formatting, spacing, width of marks, list markers and spelling of "vs" do not count, so
 * that an edit of the form changes no card.
 *
 *     `ADD` VS. ＣＯＰＹ  ->  addvscopy
 */
export function normaliseText(text: string): string {
	const half = isPlain(text) ? text : text.normalize('NFKC');
	return half
		.toLowerCase()
		.replace(/^\s*(?:[-*+]|\d{1,9}[.)])\s+/gm, '')
		.replace(/\bvs\.?(?=\s)/g, 'vs')
		.replace(/[\s\u200b-\u200d\ufeff]+/g, '')
		.replace(/[?:.。!]+$/, '');
}

/** Most text of code and English: nothing to fold. */
const isPlain = (text: string): boolean => /^[\t\n\r -~]*$/.test(text);
