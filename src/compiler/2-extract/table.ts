import type { Token } from 'markdown-it';
import { inlineText } from '../1-read/inline-text.ts';
import type { Table } from '../1-read/note-node.ts';
import type { Face } from '../4-emit/face.ts';
import type { CardDraft } from './card-draft.ts';
import type { Construct } from './construct.ts';
import type { Extraction } from './extraction.ts';
import { fillTemplate, plainFace } from './fill-template.ts';
import { isGenericTitle } from './title.ts';
import type { Unit } from './unit.ts';

/**
 * A table: its header supplies the question, each row a card. With two columns that are compared, each row asks how
 * they differ.
 *
 *     | term | meaning |          |        | Docker | VM |
 *     ^ asked  ^ answer           ^ aspect   ^ sides
 */
export const readTable: Construct = ({ member, unit }, extraction) => {
	if (member.node.kind !== 'table') return 0;
	const cards = pairCards(member.node, unit, extraction) ?? rowCards(member.node, unit, extraction);
	if (cards.length === 0) return 0;
	extraction.claim(member.node, 'card', 'table', cards);
	return 1;
};

/**
 * Two columns under a title that compares them: how they differ, and of which each row's first cell is true. Undefined
 * for any other table.
 *
 *     ## Docker 和 VM 的差異
 *     | Docker | VM |
 */
function pairCards(table: Table, unit: Unit, extraction: Extraction): CardDraft[] | undefined {
	const [header = [], ...rows] = table.rows;
	const [left, right] = header.map((cell) => extraction.renderInline(cell, table.line));
	const title = unit.title?.text.toLowerCase() ?? '';
	if (header.length !== 2 || rows.length === 0 || left === undefined || right === undefined) return undefined;
	if (![left, right].every(({ text }) => text !== '' && title.includes(text.toLowerCase()))) return undefined;
	const { difference, whichOne } = extraction.phrases;
	const sides: readonly [string, string] = [left.text, right.text];
	const front = fillTemplate(difference, left, right);
	const back = extraction.render([table]);
	const parts = { kind: 'compare', sides } as const;
	const key = unit.title?.text ?? '';
	const cards = [extraction.card({ kind: 'compare', front, back, key, parts }, unit, table)];
	for (const [index, row] of rows.entries()) {
		const line = table.rowLines[index + 1] ?? table.line;
		const [one, other] = row.map((cell) => extraction.renderInline(cell, line));
		if (one === undefined || other === undefined || one.text === '' || one.text === other.text) continue;
		const which = fillTemplate(whichOne, left, right, one);
		const answer = valueList([left, right], [one, other]);
		const known = { key: one.text, form: 'which' } as const;
		const sketch = {
			kind: 'compare',
			front: which,
			back: answer,
			parts: { ...parts, answer: 0 },
			...known
		} as const;
		cards.push(extraction.card(sketch, unit, { line, endLine: line }));
	}
	return cards;
}

function rowCards(table: Table, unit: Unit, extraction: Extraction): CardDraft[] {
	const [header = [], ...rows] = table.rows;
	if (header.length < 2 || rows.length === 0) return [];
	const isComparison =
		header.length === 3 && isAspectHeader(header[0]) && isShortHeader(header[1], header[2]);
	return rows.flatMap((row, index) => {
		const line = table.rowLines[index + 1] ?? table.line;
		const cells = row.map((cell) => extraction.renderInline(cell, line));
		const [bare, ...values] = cells;
		const term = bare === undefined ? undefined : namedTerm(bare, header[0], table.line, extraction);
		if (term === undefined || term.text === '' || values.every(({ text }) => text === '')) return [];
		const names = header.map((cell) => extraction.renderInline(cell, table.line));
		const place = { line, endLine: line };
		const known = { key: term.text, form: 'row' } as const;
		return isComparison
			? [extraction.card({ ...comparedRow(term, names, values, extraction), ...known }, unit, place)]
			: [
					extraction.card(
						{ kind: 'basic', ...definedRow(term, names, values, extraction), ...known },
						unit,
						place
					)
				];
	});
}

/** A number or a sign is nothing without its header: `Status 304`. */
function namedTerm(
	term: Face,
	header: readonly Token[] | undefined,
	line: number,
	extraction: Extraction
): Face {
	const name = extraction.renderInline(header ?? [], line);
	const isBare = /^[\d\W]{1,8}$/.test(term.text) && !/[^ -~]/.test(term.text);
	return isBare && name.text !== '' && !isGenericTitle(name.text)
		? fillTemplate('{0} {1}', name, term)
		: term;
}

const isAspectHeader = (cell: readonly Token[] | undefined): boolean => {
	const text = inlineText(cell ?? []);
	return (
		text === '' ||
		isGenericTitle(text) ||
		/^(?:項目|项目|特性|特點|比較|比较|面向|指標|指标|aspect|feature|property|criteria|item)s?$/i.test(text)
	);
};

const isShortHeader = (...cells: (readonly Token[] | undefined)[]): boolean =>
	cells.every((cell) => inlineText(cell ?? []) !== '' && inlineText(cell ?? []).length <= 30);

function comparedRow(term: Face, names: readonly Face[], values: readonly Face[], extraction: Extraction) {
	const [, left = plainFace(''), right = plainFace('')] = names;
	const question = fillTemplate(extraction.phrases.difference, left, right);
	const sides: readonly [string, string] = [left.text, right.text];
	return {
		kind: 'compare',
		front: fillTemplate(extraction.phrases.topic, term, question),
		back: valueList(names.slice(1), values),
		parts: { kind: 'compare', sides }
	} as const;
}

function definedRow(
	term: Face,
	names: readonly Face[],
	values: readonly Face[],
	extraction: Extraction
): { readonly front: Face; readonly back: Face } {
	const { phrases } = extraction;
	const [, asked = plainFace('')] = names;
	const [value = plainFace('')] = values;
	const isPlain = values.length === 1;
	const front =
		isPlain && !isMeaningHeader(asked.text)
			? fillTemplate(phrases.cell, term, asked)
			: fillTemplate(phrases.whatIs, term);
	const back = isPlain ? { ...value, html: `<p>${value.html}</p>` } : valueList(names.slice(1), values);
	return { front, back };
}

const isMeaningHeader = (text: string): boolean =>
	/^(?:說明|说明|意思|意義|意义|定義|定义|解釋|解释|描述|用途|作用|內容|内容|meaning|definition|description|what it (?:is|does))$/i.test(
		text
	);

function valueList(names: readonly Face[], values: readonly Face[]): Face {
	const rows = values.map((value, index) => ({ name: names[index] ?? plainFace(''), value }));
	const shown = rows.filter(({ value }) => value.text !== '' || value.html !== '');
	return {
		html: `<ul>${shown.map(({ name, value }) => `<li>${name.html === '' ? '' : `<strong>${name.html}</strong>: `}${value.html}</li>`).join('')}</ul>`,
		text: shown
			.map(({ name, value }) => (name.text === '' ? value.text : `${name.text}: ${value.text}`))
			.join('\n'),
		media: shown.flatMap(({ value }) => value.media)
	};
}
