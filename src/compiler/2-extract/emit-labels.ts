import type { Extraction } from './extraction.ts';
import { listFront } from './list-front.ts';
import { namesSeveral } from './names-several.ts';
import { headOnly, nodesOf, type Member } from './member.ts';
import { itemFaces } from './answer-card.ts';
import type { Unit } from './unit.ts';

/**
 * A block whose title says that several things follow, and which is nothing but their labels: one card asks for them.
 *
 *     建立方式：
 *     ^ title
 *     - 明文寫入    - 使用檔案    - 在 compose 中設定
 *       ^ labels, each with a card of its own
 */
export function emitLabels(unit: Unit, members: readonly Member[], extraction: Extraction): void {
	if (unit.title === undefined || unit.kind === 'section' || !namesSeveral(unit.title)) return;
	if (members.length < 2 || !members.every(isLabelled)) return;
	const [list] = nodesOf(members.map(headOnly));
	if (list?.kind !== 'list') return;
	const card = extraction.card(
		{
			kind: 'list',
			front: listFront(unit, members.length, extraction),
			back: extraction.render([list]),
			path: unit.path,
			parts: { kind: 'list', items: itemFaces(list, extraction) },
			key: unit.title.text
		},
		unit,
		unit.node
	);
	extraction.claim(unit.node, 'card', 'list', [card]);
}

const isLabelled = ({ node, head, rest }: Member): boolean =>
	node.kind === 'item' && head?.holds === 'text' && head.text.length <= 60 && rest.length > 0;
