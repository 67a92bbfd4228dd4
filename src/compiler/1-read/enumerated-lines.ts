import { cutInline, rawText } from './cut-inline.ts';
import type { Item, List, Paragraph } from './note-node.ts';
import { newParagraph } from './read-paragraph.ts';

/**
 * Lines of one paragraph that are each numbered or dotted by hand are a list, though not to Markdown; undefined for any
 * other paragraph.
 *
 *     1、慢啟動：每收到一個 ACK，視窗就加倍        （一）定義        • first
 *     ^ no list marker of Markdown                  ^                 ^
 *     2、壅塞避免：…                                （二）…           • second
 */
export function enumeratedLines(paragraph: Paragraph): List | undefined {
	if (paragraph.holds !== 'text' || !/^\s*[\d(（①-⑳一二三•●・◦▪※]/.test(paragraph.text)) return undefined;
	const lines = rawText(paragraph.inline).split('\n');
	if (lines.length < 2 || lines.length > mostLines) return undefined;
	const marks = lines.map((line) => enumerator.exec(line)?.[0] ?? '');
	if (marks.includes('')) return undefined;
	const isNumbered = /[\d①-⑳一二三]/.test(marks[0] ?? '');
	if (isNumbered && new Set(marks).size < marks.length) return undefined;
	let from = 0;
	const children = lines.map((text, index): Item => {
		const place = { line: paragraph.line + index, endLine: paragraph.line + index };
		const own = cutInline(paragraph.inline, from + (marks[index]?.length ?? 0), from + text.length);
		from += text.length + 1;
		return { kind: 'item', ...place, children: [newParagraph(own, place)] };
	});
	const { line, endLine } = paragraph;
	return { kind: 'list', start: isNumbered ? 1 : undefined, line, endLine, children };
}

/** More is no list that anyone wrote by hand; each line is cut out of the whole. */
const mostLines = 200;
const enumerator =
	/^\s*(?:\d{1,2}[、.．)）]\s*|[(（](?:\d{1,2}|[一二三四五六七八九十]{1,2})[)）]\s*|[①-⑳]\s*|[一二三四五六七八九十]{1,2}、\s*|[•●・◦▪※]\s*)(?=\S)/;
