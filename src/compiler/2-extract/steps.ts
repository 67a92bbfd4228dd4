import { cutInline, rawText } from '../1-read/cut-inline.ts';
import type { List, NoteNode } from '../1-read/note-node.ts';
import type { Face } from '../4-emit/face.ts';
import { itemFaces } from './answer-card.ts';
import type { CardDraft } from './card-draft.ts';
import type { Construct, Place } from './construct.ts';
import { contentOf } from './content-of.ts';
import type { Extraction } from './extraction.ts';
import { fillTemplate } from './fill-template.ts';
import { labelRole } from './label-role.ts';
import { membersOf, nodesOf, type Member } from './member.ts';
import { readCodeBlocks } from './read-code-blocks.ts';
import { readTitle, type Title } from './title.ts';
import { subjectOf } from './subject-of.ts';
import { innerUnit, type Unit } from './unit.ts';

/**
 * Steps, in order. Bullets are steps where their label says so; an ordered list of three or more is always one.
 *
 *     - 步驟：                       - …的步驟如下：
 *       ^ the label                    ^ a label without anything under it:
 *       - 使用 -p 5566:80 轉 port     - 由 containerd-shim 先產生一個 process
 *                                      ^ the steps are what follows it
 */
export const readSteps: Construct = (place, extraction) => {
	const { member } = place;
	if (member.head === undefined) return 0;
	const title = readTitle(member.head.tokens, member.head.line);
	const isNamed = member.directive === 'steps' || namesSteps(title.text);
	const below = stepsBelow(member, isNamed);
	if (below !== undefined) {
		const unit = innerUnit(place.unit, 'label', title, member.node);
		const card = stepsCard(unit, below, extraction);
		extraction.claimMember(member, 'card', 'steps', [card]);
		readCodeBlocks(member, unit, extraction);
		const others = member.rest.filter((node) => node.kind === 'details' || node.kind === 'section');
		if (others.length > 0) place.readUnit(unit, others);
		return 1;
	}
	const after =
		isNamed && title.isAnnouncing && contentOf(member.rest) === 'nothing' ? stepsAfter(place) : [];
	if (after.length < 2) return 0;
	const unit = innerUnit(place.unit, 'label', title, member.node);
	const [list] = nodesOf(after);
	if (list?.kind !== 'list') return 0;
	const card = stepsCard(unit, { list, others: [] }, extraction);
	for (const { node } of [member, ...after]) extraction.claim(node, 'card', 'steps', [card]);
	return 1 + after.length;
};

const stepWords = /(?:步驟|步骤|流程|過程|过程|\bsteps|procedure|workflow)(?:如下|為何|\s*\(.*\))?$/i;

/** `Steps of mooring`, `Steps to build an image`. */
const stepsFirst = /^steps\s+(?:of|for|to)\s/i;

const isStepTitle = (title: string): boolean => stepWords.test(title) || stepsFirst.test(title);

/** A title that says that steps follow. 思考過程 and the like say how the author thought. */
export const namesSteps = (title: string): boolean => isStepTitle(title) && labelRole(title) !== 'thought';

interface Steps {
	readonly list: List;
	/** Pictures, code, remarks beside the steps. */
	readonly others: readonly NoteNode[];
}

/** The steps under a label: its one list of bullets that are not labels of groups themselves. */
function stepsBelow(member: Member, isNamed: boolean): Steps | undefined {
	const items = membersOf(member.rest).filter(({ list }) => list !== undefined);
	const isOrdered = items.length >= 3 && items.every(({ list }) => list?.start !== undefined);
	if (!isOrdered && !(isNamed && items.length >= 2 && !areGroups(items))) return undefined;
	if (!isNamed && member.node.kind === 'paragraph') return undefined;
	if (member.node.kind === 'section' && !(isNamed && isOnlyList(member))) return undefined;
	const [list] = nodesOf(items);
	if (list?.kind !== 'list') return undefined;
	const others = member.rest.filter(({ kind }) => !['list', 'details', 'section', 'html'].includes(kind));
	return { list, others };
}

/** Under a heading stands one list, and code or pictures beside it at most. */
const isOnlyList = ({ rest }: Member): boolean =>
	rest.filter(({ kind }) => kind === 'list').length === 1 &&
	rest.every((node) => ['list', 'code', 'html'].includes(node.kind) || contentOf([node]) === 'images');

/** Most of the bullets hold bullets themselves: they group, they are no steps. */
const areGroups = (items: readonly Member[]): boolean =>
	items.filter(({ rest }) => contentOf(rest) === 'text').length * 2 > items.length;

function stepsAfter({ members, index, member }: Place): readonly Member[] {
	const end = members.findIndex((other, at) => at > index && other.list !== member.list);
	return members.slice(index + 1, end < 0 ? members.length : end);
}

export function stepsCard(unit: Unit, { list, others }: Steps, extraction: Extraction): CardDraft {
	const subject = subjectOf(unit, extraction);
	const { steps, stepsOf, stepsIn } = extraction.phrases;
	const named = withoutStepWord(unit.title, extraction);
	const template = isStepTitle(subject.text) ? steps : hasOrder.test(subject.text) ? stepsIn : stepsOf;
	const ordered: List = { ...list, start: list.start ?? 1 };
	return extraction.card(
		{
			kind: 'steps',
			key: unit.title?.text ?? '',
			front:
				unit.title?.isQuestion === true
					? subject
					: named === undefined
						? fillTemplate(template, subject, list.children.length)
						: fillTemplate(stepsOf, named, list.children.length),
			back: extraction.render([ordered, ...others]),
			path: unit.path,
			parts: { kind: 'steps', items: itemFaces(list, extraction) }
		},
		unit,
		unit.node
	);
}

/** `Order of execution`: no steps of an order. */
const hasOrder = /\b(?:order|sequence|flow|life ?cycle|pipeline|phases|stages)\b/i;

/**
 * `docker pull: steps`, `步驟：建立索引`, `Steps of mooring`: what the steps are of. Undefined for a title without such a word, or with no
 * other.
 */
function withoutStepWord(title: Title | undefined, extraction: Extraction): Face | undefined {
	if (title === undefined) return undefined;
	const raw = rawText(title.tokens);
	const before =
		/^(?:(?:步驟|步骤|流程|steps)\s*[:：]|steps\s+(?:of|for)\b)\s*(?=\S)/i.exec(raw)?.[0].length ?? 0;
	const after = /\s*(?:[:–-]\s*)?\bsteps$/i.exec(raw)?.index ?? raw.length;
	if (after === 0 || (before === 0 && after === raw.length)) return undefined;
	return extraction.renderInline(cutInline(title.tokens, before, after), title.line);
}
