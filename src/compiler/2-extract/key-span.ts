import type { Token } from 'markdown-it';
import { rawText } from '../1-read/cut-inline.ts';
import type { Span } from './blank-out.ts';

/**
 * The words of a statement that carry it and can be recalled from the rest: what the author marked, quoted or wrote as
 * code, the value after a colon, a number. Undefined where nothing stands out, or where the title gives it away.
 *
 *     往外部連接時，透過 `Nat` 轉成 host 的 ip      稱為「東西走向」      timeout 為隨機 150 ~ 300 ms
 *                        ^^^                              ^^^^^^^^                     ^^^^^^^^^^^^
 */
export function keySpan(tokens: readonly Token[], path: readonly string[]): Span | undefined {
	const raw = rawText(tokens);
	const title = path.join('\n').toLowerCase();
	const candidates = [
		...markedSpans(tokens),
		...quotedSpans(raw),
		...codeSpans(tokens),
		...valueSpan(raw),
		...numberSpans(raw),
		...lastClause(raw)
	];
	return candidates.find((span) => isAskable(raw, span, title));
}

/** Enough context left, an answer short enough, and not to be read off the title or the rest of the sentence. */
function isAskable(raw: string, { start, end }: Span, title: string): boolean {
	const answer = raw.slice(start, end).trim().toLowerCase();
	const rest = (raw.slice(0, start) + raw.slice(end)).replace(/[\s\p{P}]/gu, '');
	if (answer === '' || answer.length > maxAnswerLength || rest.length < minContext) return false;
	if (title.includes(answer) || answer.includes('\uFFFC')) return false;
	return !rest.toLowerCase().includes(answer.replace(/[\s\p{P}]/gu, '')) && !/^\s*(?:EX|例如)/i.test(raw);
}

const maxAnswerLength = 40;
/** Characters beside the blank; fewer leave nothing to answer from. */
const minContext = 6;

/** `**bold**`, `==marked==`, `<mark>`: the author says what matters. */
function markedSpans(tokens: readonly Token[]): Span[] {
	return elementSpans(
		tokens,
		(token) =>
			['strong_open', 'em_open', 'mark_open'].includes(token.type) ||
			/^<(?:mark|b|strong|u)>$/i.test(token.content)
	);
}

function elementSpans(tokens: readonly Token[], isOpening: (token: Token) => boolean): Span[] {
	const spans: Span[] = [];
	let position = 0;
	let start: number | undefined;
	let depth = 0;
	for (const token of tokens) {
		const isTag = token.nesting !== 0 || token.type === 'html_inline';
		if (!isTag) position += rawText([token]).length;
		else if (token.nesting === -1 || token.content.startsWith('</')) {
			if (--depth === 0 && start !== undefined) spans.push({ start, end: position });
			if (depth === 0) start = undefined;
		} else if (!/^<(?:!--|br)/i.test(token.content)) {
			if (depth++ === 0 && isOpening(token)) start = position;
		}
	}
	return spans;
}

/** 「東西走向」, “east-west”: with what is inside the marks alone. */
const quotedSpans = (raw: string): Span[] =>
	[...raw.matchAll(/[「『“]([^「」『』“”\n]{1,20})[」』”]/g)].map((found) => ({
		start: found.index + 1,
		end: found.index + 1 + (found[1]?.length ?? 0)
	}));

/** Nobody recalls a longer piece of code letter by letter from half a sentence. */
const maxCodeLength = 24;

function codeSpans(tokens: readonly Token[]): Span[] {
	const spans: Span[] = [];
	let position = 0;
	for (const token of tokens) {
		const length = rawText([token]).length;
		if (token.type === 'code_inline' && length <= maxCodeLength)
			spans.push({ start: position, end: position + length });
		position += length;
	}
	// Of several, the last one says most: "用 `A` 取代 `B`", "透過 `X` 連接 `Y`". The longest names the least by chance.
	return spans.sort((a, b) => b.end - b.start - (a.end - a.start));
}

/** What stands after the only colon. */
function valueSpan(raw: string): Span[] {
	const colon = /：\s*|:\s+/.exec(raw);
	if (colon === null || colon.index === 0) return [];
	const start = colon.index + colon[0].length;
	return /[:：]/.test(raw.slice(start)) || /[，。；]/.test(raw.slice(start))
		? []
		: [{ start, end: raw.trimEnd().length }];
}

/** A number with its unit, not part of a name: `150 ~ 300 ms`, `20.10`, `3 個`. */
const numberSpans = (raw: string): Span[] =>
	[
		...raw.matchAll(
			/(?<![\w.-])\d[\d.,]*(?:\s?[~–-]\s?\d[\d.,]*)?(?:\s?(?:%|ms|KB|MB|GB|TB|[個个次秒分天年層层台種种項项]))?(?![\w-])/g
		)
	].map((found) => ({
		start: found.index,
		end: found.index + found[0].length
	}));

/** The end of a sentence of two clauses or more: `A，但是 B`. The rest leads to it. */
function lastClause(raw: string): Span[] {
	if (/[。；;\n]|[(（][^)）]*$/.test(raw.trimEnd())) return [];
	const commas = [...raw.matchAll(/[，,]\s*(?:但是|但|而且|而|並且|並|并且|并|所以|就|so\s|but\s)?\s*/g)];
	const last = commas.at(-1);
	if (last === undefined || isInBrackets(raw, last.index)) return [];
	const start = last.index + last[0].length;
	return start < minContext * 2 ? [] : [{ start, end: raw.trimEnd().length }];
}

/** A closing bracket comes before the next opening one. */
function isInBrackets(raw: string, at: number): boolean {
	const rest = raw.slice(at);
	const close = rest.search(/[)）]/);
	const open = rest.search(/[(（]/);
	return close >= 0 && (open < 0 || close < open);
}
