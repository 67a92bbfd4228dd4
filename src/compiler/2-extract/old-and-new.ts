import type { CardDraft } from './card-draft.ts';
import type { Construct } from './construct.ts';
import { fillTemplate } from './fill-template.ts';
import { membersOf, type Member } from './member.ts';
import { splitLabel } from './split-label.ts';
import { readTitle } from './title.ts';
import { subjectOf } from './subject-of.ts';
import { innerUnit, type Unit } from './unit.ts';
import type { Face } from '../4-emit/face.ts';
import type { Extraction } from './extraction.ts';

/**
 * A thing before and after a change, or under two names that exclude each other.
 *
 *     - cache
 *       ^ what changed
 *       - 舊：當下完全無使用，即刻刪除
 *       - 新：一段時間未使用才刪除
 *         ^ side
 */
export const readOldAndNew: Construct = ({ member, unit }, extraction) => {
	if (member.head === undefined || member.node.kind !== 'item') return 0;
	const lines = membersOf(member.rest).filter(({ list }) => list !== undefined);
	const labels = lines.map(labelOf);
	const [left, right] = labels;
	if (labels.length !== 2 || left === undefined || right === undefined) return 0;
	const comparesBySay = comparing.test(member.head.text) && left.valueText !== '' && right.valueText !== '';
	if (!areOpposite(left, right) && !comparesBySay) return 0;
	const named = innerUnit(unit, 'label', readTitle(member.head.tokens, member.head.line), member.node);
	const { phrases } = extraction;
	const sides = labels.map((label) => extraction.renderInline(label?.label ?? [], member.node.line));
	const [leftFace, rightFace] = sides;
	if (leftFace === undefined || rightFace === undefined) return 0;
	const difference = fillTemplate(phrases.difference, leftFace, rightFace);
	const card: CardDraft = extraction.card(
		{
			kind: 'compare',
			key: named.title?.text ?? '',
			front: comparesBySay ? difference : fillTemplate(phrases.topic, changed(named, extraction), difference),
			back: extraction.render(member.rest),
			path: named.path,
			parts: { kind: 'compare', sides: [left.labelText, right.labelText] }
		},
		named,
		member.node
	);
	extraction.claim(member.node, 'card', 'comparison', [card]);
	return 1;
};

/** `比較`: the two labels under it are what is compared. */
const comparing = /^(?:比較|比较|差異|差异|差別|差别|區別|区别|對比|对比|comparison|differences?)[:：]?$/i;

/** What changed; and of what, where the block around says that it compares with something: `與舊版 build 比較`. */
function changed(named: Unit, extraction: Extraction): Face {
	const subject = subjectOf(named, extraction);
	const around = named.parent?.title;
	const isSaid = around === undefined || !/比較|比较|差異|差异|\b(?:vs|versus|compared)\b/i.test(around.text);
	if (isSaid || around.isGeneric) return subject;
	return fillTemplate(extraction.phrases.topic, extraction.renderInline(around.tokens, around.line), subject);
}

const labelOf = (line: Member) => (line.head === undefined ? undefined : splitLabel(line.head.tokens));

type Label = NonNullable<ReturnType<typeof labelOf>>;

const areOpposite = (left: Label, right: Label): boolean =>
	opposites.some((pair) => pair.includes(key(left)) && pair.includes(key(right))) && key(left) !== key(right);

const key = ({ labelText }: Label): string =>
	labelText
		.normalize('NFKC')
		.toLowerCase()
		.replace(/[版的]$/, '');

const opposites: readonly (readonly string[])[] = [
	['舊', '新', '旧'],
	['old', 'new'],
	['前', '後', '后'],
	['之前', '之後', '之后'],
	['before', 'after'],
	['以前', '現在', '现在'],
	['優點', '缺點'],
	['优点', '缺点'],
	['pros', 'cons'],
	['錯誤', '正確'],
	['错误', '正确'],
	['wrong', 'right'],
	['bad', 'good'],
	['避免', '推薦']
];
