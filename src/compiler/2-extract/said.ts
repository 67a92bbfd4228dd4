import type { Token } from 'markdown-it';
import { cutInline, rawText } from '../1-read/cut-inline.ts';
import { inlineText } from '../1-read/inline-text.ts';
import { labelRole } from './label-role.ts';
import type { Head } from './member.ts';
import { splitLabel } from './split-label.ts';
import type { Unit } from './unit.ts';

export interface Said {
	readonly head: Head;
	/** An example in brackets at the end: shown with the answer. */
	readonly remark: readonly Token[];
}

/** What a statement says, without a label that only repeats the title and without examples before and after it. */
export function whatIsSaid(head: Head, unit: Unit): Said {
	const split = splitLabel(head.tokens);
	const isRepeated = split !== undefined && split.valueText !== '' && isOnlyLabel(split.labelText, unit);
	const tokens = isRepeated ? split.value : head.tokens;
	const raw = rawText(tokens);
	const before = leadingExample(raw) || (leadingSource.exec(raw)?.[0].length ?? 0);
	const remark = /\s*[(（]\s*(?:EX\b|e\.g|例|如)[^()（）]*[)）]\s*$/i.exec(raw);
	const own = cutInline(tokens, before, remark?.index);
	const isWhole = before === 0 && remark === null && !isRepeated;
	if (isWhole || inlineText(own) === '') return { head, remark: [] };
	return {
		head: { ...head, tokens: own, text: inlineText(own) },
		remark: remark === null ? [] : cutInline(tokens, remark.index)
	};
}

/** `Buildx 文件中提到，…`: who says it is no part of what is said. */
const leadingSource =
	/^[^，,。]{0,24}(?:文件|文檔|文档|官網|官网|官方|手冊|手册|docs?|documentation)\s*(?:中|上|裡|里)?(?:有)?(?:提到|指出|說明|说明|說|说|寫到|写到|says?)(?:了)?\s*[，,：:]?\s*(?=\S)/i;

/** `Docker Hub：已改為收費` under that very title, `簡介：…`. */
const isOnlyLabel = (label: string, { title }: Unit): boolean =>
	label === title?.text || labelRole(label) === 'transparent';

/** `EX. Name & Version 。只會標註…`, `例如使用 --platform 時，只能…`: length of the example that a sentence follows. */
function leadingExample(raw: string): number {
	const example = /^\s*(?:EX\b|例如|如)[^。]{0,40}。\s*(?=\S)/i.exec(raw)?.[0].length;
	if (example !== undefined) return example;
	const word = /^\s*(?:例如|比如)\s*/.exec(raw)?.[0].length ?? 0;
	return word > 0 && /^[^，]{2,30}(?:時|时|後|后)，/.test(raw.slice(word)) ? word : 0;
}
