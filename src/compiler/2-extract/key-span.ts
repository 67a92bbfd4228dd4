import type { Token } from 'markdown-it';
import { rawText } from '../1-read/cut-inline.ts';
import type { Span } from './blank-out.ts';
import { isCommand } from './is-command.ts';
import { latinSpans } from './latin-span.ts';
import { objectSpan } from './object-span.ts';

/** Where a statement stands: the titles around it, and what its front says before it. */
export interface SpanContext {
	/** Titles around it: what can be read there is nothing to ask. */
	readonly path: readonly string[];
	/** The front names the subject, so fewer words of the statement itself will do. */
	readonly hasSubject: boolean;
}

/**
 * The words of a statement that carry it and can be recalled from the rest: what the author marked, quoted or wrote as
 * code, a gloss in brackets, the value after a colon, a number, an English term in a Chinese sentence. Undefined where
 * nothing stands out, or where the title gives it away.
 *
 *     往外部連接時，透過 `Nat` 轉成 host 的 ip      稱為「東西走向」      timeout 為隨機 150 ~ 300 ms
 *                        ^^^                              ^^^^^^^^                     ^^^^^^^^^^^^
 */
export function keySpan(tokens: readonly Token[], context: SpanContext): Span | undefined {
	const raw = rawText(tokens);
	const candidates = [
		...markedSpans(tokens),
		...quotedSpans(raw),
		...contrastSpan(raw),
		...codeSpans(tokens, maxCodeLength),
		...valueSpan(raw),
		...glossSpans(raw),
		...numberSpans(raw),
		...pathSpans(raw),
		...latinSpans(raw, 'introduced')
	];
	return firstAskable(tokens, raw, candidates, context);
}

/** Where no words stand out: the last English term, the clause that the others lead to, or what the verb is about. */
export function plainSpan(tokens: readonly Token[], context: SpanContext): Span | undefined {
	const raw = rawText(tokens);
	const terms = latinSpans(raw, 'any');
	const candidates = [
		...objectSpan(raw, 'certain'),
		// The sentence is about what it begins with.
		...terms.filter(({ start }) => start > 0),
		...turningClause(raw),
		...objectSpan(raw, 'any'),
		...codeSpans(tokens, maxLongCode)
	];
	return firstAskable(tokens, raw, candidates, context);
}

/** The last resort: words that others might do for as well. */
export function openSpan(tokens: readonly Token[], context: SpanContext): Span | undefined {
	const raw = rawText(tokens);
	return firstAskable(tokens, raw, [...lastClause(raw), ...latinSpans(raw, 'any')], context);
}

function firstAskable(
	tokens: readonly Token[],
	raw: string,
	candidates: readonly Span[],
	context: SpanContext
): Span | undefined {
	const codes = codeRanges(tokens);
	return candidates.find((span) => isAskable(raw, span, context) && !cutsCode(span, codes));
}

const codeRanges = (tokens: readonly Token[]): Span[] => {
	let position = 0;
	return tokens.flatMap((token) => {
		const start = position;
		position += rawText([token]).length;
		return token.type === 'code_inline' ? [{ start, end: position }] : [];
	});
};

/** Half a piece of code is no answer. */
const cutsCode = ({ start, end }: Span, codes: readonly Span[]): boolean =>
	codes.some((code) => [start, end].some((at) => code.start < at && at < code.end));

/** Enough context left, an answer short enough, and not to be read off the title or the rest of the sentence. */
function isAskable(raw: string, { start, end }: Span, { path, hasSubject }: SpanContext): boolean {
	const answer = raw.slice(start, end).trim().toLowerCase();
	const rest = withoutMarks(raw.slice(0, start) + raw.slice(end));
	const limit = isCommand(answer) || /^[-$/]/.test(answer) ? maxCommandLength : maxAnswerLength;
	if (answer === '' || answer.length > limit || rest.length < (hasSubject ? 2 : minContext)) return false;
	if (path.join('\n').toLowerCase().includes(answer) || answer.includes('\uFFFC')) return false;
	if (literalOutput.test(answer) || saysAllWords(path, answer)) return false;
	if (isInExample(raw, start) || /^\s*(?:EX|例如)/i.test(raw)) return false;
	return !rest.toLowerCase().includes(withoutMarks(answer));
}

/** What a program printed, with addresses and ports in it: nobody knows it by heart. */
const literalOutput = /\s\S*\d{1,3}(?:\.\d{1,3}){3}|\d{1,3}(?:\.\d{1,3}){3}\S*\s|\b0x[\da-f]+\b/;

/** `docker buildx build` under "… docker build 取代 buildx": each word of it can be read there. */
function saysAllWords(path: readonly string[], answer: string): boolean {
	const words = answer.match(/[\w.-]+/g) ?? [];
	const title = path.at(-1)?.toLowerCase() ?? '';
	return words.length > 1 && /^[ -~]+$/.test(answer) && words.every((word) => title.includes(word));
}

const withoutMarks = (text: string): string => text.replace(/[\s\p{P}]/gu, '');

const maxAnswerLength = 40;
const maxCommandLength = 64;
/** Characters beside the blank; fewer leave nothing to answer from. */
const minContext = 6;

/** `(EX. 在 amd64 的主機上…)`: an example is no part of what the statement says. */
function isInExample(raw: string, at: number): boolean {
	const open = Math.max(raw.lastIndexOf('(', at), raw.lastIndexOf('（', at));
	if (open < 0 || isClosedBetween(raw, open, at)) return false;
	return /^[(（]\s*(?:EX|例|如|但|因|e\.g|i\.e|for example|見|详见|詳見|see)/i.test(raw.slice(open));
}

const isClosedBetween = (raw: string, from: number, to: number): boolean => /[)）]/.test(raw.slice(from, to));

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

/** Nobody recalls a longer piece of code letter by letter from half a sentence; a command is asked for as a whole. */
const maxCodeLength = 24;

/** What can be asked for where a statement has nothing else to ask. */
const maxLongCode = 48;

/** Code, the longest first; pieces that stand in one row are one answer: `` `containerd` 跟 `cri-o` ``. */
function codeSpans(tokens: readonly Token[], maxLength: number): Span[] {
	const raw = rawText(tokens);
	const spans: Span[] = [];
	let position = 0;
	for (const token of tokens) {
		const end = position + rawText([token]).length;
		const isShort =
			end - position <= (token.content.startsWith('-') ? maxOption : maxLength) || isCommand(token.content);
		const last = spans.at(-1);
		if (token.type === 'code_inline' && isShort) {
			if (last !== undefined && inRow.test(raw.slice(last.end, position)))
				spans[spans.length - 1] = { start: last.start, end };
			else spans.push({ start: position, end });
		}
		position = end;
	}
	return spans.sort((a, b) => b.end - b.start - (a.end - a.start));
}

/** `--mount=type=secret,id=my_secret`. */
const maxOption = 40;

/** What stands between the members of a row. */
const inRow = /^\s*(?:[、,，+＋&＆/]|跟|和|與|与|及|或|and|or)\s*$/;

/** What stands after the only colon. */
function valueSpan(raw: string): Span[] {
	const colon = /：\s*|:\s+/.exec(raw);
	if (colon === null || colon.index === 0 || isInBrackets(raw, colon.index)) return [];
	const start = colon.index + colon[0].length;
	return /[:：]/.test(raw.slice(start)) || /[，。；]/.test(raw.slice(start))
		? []
		: [{ start, end: raw.trimEnd().length }];
}

/** `由 Docker 管理(/var/lib/docker/volumes/)`: the last gloss in brackets that is a term, an address, another name. */
const glossSpans = (raw: string): Span[] =>
	[...raw.matchAll(/(?<=\S)\s*[(（]([^()（）\n，。；：]{2,40})[)）]/g)]
		.filter(([, gloss = '']) => !remark.test(gloss) && (/^[ -~]+$/.test(gloss) || gloss.length <= 8))
		.map((found) => {
			// Of an abbreviation, its letters are asked for, and what they stand for is the hint.
			const name = /(?<![A-Za-z])[A-Z][A-Z\d-]+$/.exec(raw.slice(0, found.index))?.[0];
			if (name !== undefined && /[a-z]/i.test(found[1] ?? ''))
				return { start: found.index - name.length, end: found.index };
			const start = found.index + found[0].search(/[(（]/) + 1;
			return { start, end: start + (found[1]?.length ?? 0) };
		})
		.reverse();
/** A remark on the statement rather than another name for what stands before it. */
const remark =
	/^(?:EX|e\.g|i\.e|例|如|見|詳|也就是|即|因|但|須|需|要|可|不|只|用|常|推薦|推荐|建議|非|避免|see|note|or|and|not|the)\b|^(?:例|如|見|詳|也就是|即|因|但|須|需|要|可|不|只|用|常|推|建|非|避)|推[)）]?$/i;

/** `並非兩個檔案同步，而是直接操作本機的檔案`: what it is, rather than what it is not. */
function contrastSpan(raw: string): Span[] {
	const found = /(?:並非|并非|不是|非)[^，,。]{2,40}[，,]\s*而是([^，。；]{2,40})$/.exec(raw.trimEnd());
	if (found?.[1] === undefined) return [];
	const end = raw.trimEnd().length;
	return [{ start: end - found[1].length, end }];
}

/** `/run/secrets/my_secret`, `.github/workflows/`. */
const pathSpans = (raw: string): Span[] =>
	[...raw.matchAll(/(?<![\w.:/])[.~]?\/?[\w.-]*\/[\w.-]+\/[\w./-]*|(?<![\w.:/])\/[\w.-]{3,}/g)].map(
		(found) => ({
			start: found.index,
			end: found.index + found[0].length
		})
	);

/** A number with its unit, not part of a name: `150 ~ 300 ms`, `20.10`, `3 個`. */
const numberSpans = (raw: string): Span[] =>
	[
		...raw.matchAll(
			/(?<![\w.:/-])\d[\d.,]*(?:\s?[~–-]\s?\d[\d.,]*)?(?:\s?(?:%|ms|KB|MB|GB|TB|[個个次秒分天年層层台種种項项]))?(?![\w:/-])/g
		)
	]
		.filter(({ index }) => !/^\s*[(（]$/.test(raw.slice(0, index)))
		.map((found) => ({
			start: found.index,
			end: found.index + found[0].length
		}));

/** A last clause that a word such as 但是 or 所以 leads to. */
const turningClause = (raw: string): Span[] =>
	lastClause(raw).filter(({ start }) => turning.test(raw.slice(0, start)));
const turning = /(?:但是|但|而是|而|並且|並|并且|并|所以|因此|就|so|but)\s*$/;

/** The end of a sentence of two clauses or more: `A，但是 B`. The rest leads to it. */
function lastClause(raw: string): Span[] {
	const end = raw.trimEnd().replace(/\s*[(（][^()（）]*[)）]$/, '').length;
	const text = raw.slice(0, end);
	if (/[；;\n]|[(（][^)）]*$/.test(text)) return [];
	const commas = [
		...text.matchAll(/[，,。](?=.)\s*(?:但是|但|而是|而|並且|並|并且|并|所以|因此|就|so\s|but\s)?\s*/g)
	];
	const last = commas.at(-1);
	if (last === undefined || isInBrackets(text, last.index)) return [];
	const start = last.index + last[0].length;
	return start < minContext || /^(?:EX|如|例)/.test(text.slice(start)) ? [] : [{ start, end }];
}

/** A closing bracket comes before the next opening one. */
function isInBrackets(raw: string, at: number): boolean {
	const rest = raw.slice(at);
	const close = rest.search(/[)）]/);
	const open = rest.search(/[(（]/);
	return close >= 0 && (open < 0 || close < open);
}
