import { itemFaces } from './answer-card.ts';
import type { Place } from './construct.ts';
import { contentOf } from './content-of.ts';
import type { Extraction } from './extraction.ts';
import { listFront } from './list-front.ts';
import { headOnly, membersOf, nodesOf, textOf, type Member } from './member.ts';
import { labelRole } from './label-role.ts';
import { splitLabel } from './split-label.ts';
import { namesSeveral } from './names-several.ts';
import type { Unit } from './unit.ts';

/**
 * A label over bullets that are to be named: it announces them, or says so by its last word.
 *
 *     - `FROM` 挑選原則：
 *       ^
 *       - 盡量官方、開源    - 盡量精簡小巧    - 固定版本
 */
export function readListLabel(place: Place, unit: Unit, extraction: Extraction): boolean {
	const { member } = place;
	const items = membersOf(member.rest).filter((item) => item.list !== undefined && !isAspect(item));
	const announces =
		unit.title !== undefined &&
		(unit.title.isAnnouncing || namesSeveral(unit.title) || isUnfinished(unit.title.text));
	if (!announces || items.length < 2 || !items.every(isShortItem)) return false;
	if (member.rest.some((node) => node.kind === 'details')) return false;
	// The answer is the items' names; what stands under them is asked by cards of their own.
	const areGroups = items.some(({ rest }) => contentOf(rest) === 'text');
	const hasAspects = membersOf(member.rest).some(isAspect);
	const [list] = nodesOf(areGroups ? items.map(headOnly) : items);
	if (list?.kind !== 'list') return false;
	const card = extraction.card(
		{
			kind: 'list',
			key: unit.title.text,
			front: listFront(unit, items.length, extraction),
			back: extraction.render(areGroups || hasAspects ? [list] : member.rest),
			path: unit.path,
			parts: { kind: 'list', items: itemFaces(list, extraction) }
		},
		unit,
		member.node
	);
	extraction.claimMember(member, 'card', 'list', [card]);
	place.readForms(unit, member.rest);
	return true;
}

/** `其中的 Load Balance 屬於`: what follows ends the sentence. */
const isUnfinished = (title: string): boolean => /(?:屬於|属于|包括|包含|分為|分为)$/.test(title);

/** `解法：…` among the items is a card of its own. */
const isAspect = ({ head }: Member): boolean =>
	labelRole((head === undefined ? undefined : splitLabel(head.tokens)?.labelText) ?? '') === 'aspect';

const isShortItem = (item: Member): boolean => textOf(item) !== '' && textOf(item).length <= 120;
