import type { NoteNode } from '../1-read/note-node.ts';
import { displayWidth } from '../display-width.ts';
import { readCommandLabel } from './command-label.ts';
import type { Construct, Place } from './construct.ts';
import { contentOf } from './content-of.ts';
import type { Extraction } from './extraction.ts';
import { labelRole } from './label-role.ts';
import { readListLabel } from './list-label.ts';
import { headOnly, membersOf, type Member } from './member.ts';
import { namesSeveral } from './names-several.ts';
import { isReasonGiven } from './reason.ts';
import { isReference } from './reference.ts';
import { startsWithVerb } from './term.ts';
import { readTitle, type Title } from './title.ts';
import { innerUnit, type Unit } from './unit.ts';
import { whyFront } from './why-front.ts';

/**
 * A bullet that is a label for what stands under it: a list to name, a command to write, a reason, or a small block of
 * its own.
 *
 *     - `FROM` 挑選原則：           - 設定不傳 signal 給 container
 *       ^ label of a list             ^ label of a command
 *       - 盡量官方、開源              - `docker attach --sig-proxy=false`
 */
export const readLabel: Construct = (place, extraction) => {
	const { member } = place;
	if (member.head === undefined || !['item', 'paragraph'].includes(member.node.kind)) return 0;
	const title = readTitle(member.head.tokens, member.head.line);
	const isAmongLabels = place.unit.title !== undefined && namesSeveral(place.unit.title);
	if (!isUsefulBelow(member, title, isAmongLabels)) return 0;
	if (labelRole(title.text) === 'thought') {
		extraction.claimMember(member, 'skipped', 'thought');
		return 1;
	}
	const unit = innerUnit(place.unit, 'label', title, member.node);
	if (isReasonGiven(member)) return readWhy(place, unit, extraction);
	if (!isLabel(member, title)) return 0;
	if (readCommandLabel(place, unit, extraction)) return 1;
	if (readListLabel(place, unit, extraction)) return 1;
	place.readUnit(unit, member.rest);
	extraction.claimMember(member, 'container', 'label');
	// A label that is a sentence is a statement of the block around it too.
	const isStatement = startsWithVerb(title.text) && !title.isAnnouncing && !isAmongLabels;
	if (isStatement && place.unit.title?.isGeneric !== true) place.left.push(headOnly(member));
	return 1;
};

/** Text stands under it; or, under a short name, pictures. Code alone illustrates a statement, unless it is announced. */
function isUsefulBelow({ rest, head }: Member, title: Title, isAmongLabels: boolean): boolean {
	const content = contentOf(rest);
	if (content === 'images')
		return labelRole(title.text) === undefined && head?.holds === 'text' && isName(title.text);
	if (content !== 'text') return false;
	return isAmongLabels || title.isAnnouncing || rest.some(({ kind }) => kind !== 'code' && kind !== 'html');
}

const isName = (text: string): boolean =>
	displayWidth(text) <= 24 && !/[，。；,;]/.test(text) && !/^(?:EX|例|如|見|见|圖|图)/i.test(text);

/** Short, or marked, or announcing: no statement of its own. */
function isLabel({ head, rest, directive }: Member, title: Title): boolean {
	if (directive === 'card' || title.isAnnouncing) return true;
	if (head?.tokens.every(({ type }) => type !== 'text' && type !== 'softbreak') === true) return true;
	if (/[，。；,;]|→|-->/.test(withoutBrackets(title.text))) return false;
	const width = displayWidth(title.text);
	if (/^[ -~]+$/.test(title.text)) return width <= maxEnglishWidth && !englishVerb.test(title.text);
	return width <= maxLabelWidth || (width <= maxGroupWidth && hasSeveral(rest));
}

const maxLabelWidth = 40;
const maxEnglishWidth = 56;
/** A longer line is a label where several lines stand under it. */
const maxGroupWidth = 80;
const englishVerb =
	/\b(?:is|are|was|were|has|have|can|will|must|should|may|does|do|uses?|makes?|returns?|means?)\b/i;
const withoutBrackets = (text: string): string => text.replace(/[(（][^()（）]*[)）]/g, '');

const hasSeveral = (rest: readonly NoteNode[]): boolean =>
	membersOf(rest).filter(({ node }) => contentOf([node]) === 'text' && !isReference(node, '')).length > 1;

/** The reason for a statement stands under it. */
function readWhy({ member, unit: around }: Place, unit: Unit, extraction: Extraction): number {
	const front = whyFront(unit.title?.tokens ?? [], member.node.line, extraction);
	const back = extraction.render(member.rest);
	const card = extraction.card(
		{ kind: 'basic', front, back, key: unit.title?.text ?? '' },
		around,
		member.node
	);
	extraction.claimMember(member, 'card', 'reason', [card]);
	return 1;
}
