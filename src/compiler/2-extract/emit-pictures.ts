import { contentOf } from './content-of.ts';
import type { Extraction } from './extraction.ts';
import { fillTemplate } from './fill-template.ts';
import { nodesOf, withoutBlocks, type Member } from './member.ts';
import { subjectOf } from './subject-of.ts';
import { pathWithin, type TitledUnit } from './unit.ts';

/** A block without statements: its pictures are the answer, or the code it shows. */
export function emitPictures(unit: TitledUnit, own: readonly Member[], extraction: Extraction): void {
	const kind = unit.kind === 'section' || hasCards(unit, extraction) ? undefined : cardKind(unit, own);
	if (kind === undefined) {
		for (const member of own) extraction.claimMember(member, 'skipped', 'illustration');
		return;
	}
	const { picture, writing } = extraction.phrases;
	const subject = subjectOf(unit, extraction);
	const front = unit.title.isQuestion ? subject : fillTemplate(kind === 'image' ? picture : writing, subject);
	const back = extraction.render(withoutBlocks(nodesOf(own)));
	const card = extraction.card({ kind, front, back, path: unit.path, key: unit.title.text }, unit, unit.node);
	extraction.claim(unit.node, 'card', kind === 'image' ? 'picture' : 'block', [card]);
	for (const member of own) extraction.claimMember(member, 'card', 'in-block', [card]);
}

/** The pictures beside cards of the block only illustrate them. */
function hasCards(unit: TitledUnit, { cards }: Extraction): boolean {
	const path = pathWithin(unit);
	return cards.some((card) => path.every((title, index) => card.path[index] === title));
}

function cardKind(unit: TitledUnit, own: readonly Member[]): 'image' | 'basic' | undefined {
	if (own.some(({ node }) => contentOf([node]) === 'images')) return 'image';
	const hasCode = own.some(({ node }) => node.kind === 'code');
	return hasCode && !showsOutput.test(unit.title.text) ? 'basic' : undefined;
}

/** What a program printed is nothing to write from memory. */
const showsOutput =
	/錯誤|错误|輸出|输出|結果|结果|範例|示例|畫面|\b(?:errors?|outputs?|results?|examples?|logs?)\b/i;
