import { isWide } from '../1-read/inline-text.ts';
import { escapeHtml } from '../4-emit/escape-html.ts';
import type { Face } from '../4-emit/face.ts';

/** A phrase with faces or numbers in place of `{0}`, `{1}`; a space between Chinese and Latin letters where they meet. */
export function fillTemplate(template: string, ...values: readonly (Face | number)[]): Face {
	let html = '';
	let text = '';
	const media: Face['media'][number][] = [];
	const append = (piece: Face): void => {
		const gap = needsGap(text, piece.text) ? ' ' : '';
		html += gap + piece.html;
		text += gap + piece.text;
		media.push(...piece.media);
	};
	template.split(/\{(\d)\}/).forEach((piece, index) => {
		if (piece === '') return;
		if (index % 2 === 0) append(plainFace(piece));
		else append(toFace(values[Number(piece)]));
	});
	return { html, text, media };
}

/** Plain text as a face. */
export const plainFace = (text: string): Face => ({ html: escapeHtml(text), text, media: [] });

const toFace = (value: Face | number | undefined): Face =>
	typeof value === 'object' ? value : plainFace(String(value ?? ''));

/** `ingress` + `的`: one side a Chinese character, the other a Latin letter, digit or closing bracket. */
function needsGap(left: string, right: string): boolean {
	if (left === '' || right === '') return false;
	const before = left.charCodeAt(left.length - 1);
	const after = right.charCodeAt(0);
	return (isHan(before) && startsLatin(after)) || (endsLatin(before) && isHan(after));
}

/** Wide, but no punctuation. */
const isHan = (unit: number): boolean => isWide(unit) && unit >= 0x3040 && unit < 0xff00;
const startsLatin = (unit: number): boolean => /[A-Za-z0-9$`<{@#&~/.*_=^+-]/.test(String.fromCharCode(unit));
const endsLatin = (unit: number): boolean => /[A-Za-z0-9$`>})\]%+*/_=^~-]/.test(String.fromCharCode(unit));
