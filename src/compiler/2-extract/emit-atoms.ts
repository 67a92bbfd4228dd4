import { stackFaces, type Face } from '../4-emit/face.ts';
import type { BlockPlan } from './block-plan.ts';
import type { CardDraft } from './card-draft.ts';
import { commandCard } from './command.ts';
import { contentOf } from './content-of.ts';
import type { Extraction } from './extraction.ts';
import { fillTemplate } from './fill-template.ts';
import { isInstruction } from './is-instruction.ts';
import { isStatement } from './is-statement.ts';
import { nodesOf, textOf, type Member } from './member.ts';
import { whatIsSaid } from './said.ts';
import type { StatementShape } from './statement-shape.ts';
import { isTool } from './is-tool.ts';
import { isSentence, subjectOf } from './subject-of.ts';
import type { TitledUnit } from './unit.ts';

/** Cards for the statements of a block that are asked by themselves, or together with those of their shape. */
export function emitAtoms(
	unit: TitledUnit,
	plan: BlockPlan,
	own: readonly Member[],
	extraction: Extraction
): void {
	const cards: CardDraft[] = [];
	const keep = (members: readonly Member[], card: CardDraft): void => {
		cards.push(card);
		for (const member of members) extraction.claimMember(member, 'card', 'statement', [card]);
	};
	if (plan.definition !== undefined)
		keep([plan.definition], definitionCard(unit, plan.definition, extraction));
	for (const [member, { path, ...atom }] of plan.atoms) {
		const known = { key: textOf(member), form: 'statement' } as const;
		keep([member], extraction.card({ ...atom, ...known, ...(path && { path }) }, unit, member.node));
	}
	for (const [shape, members] of plan.shapes) keep(members, shapeCard(unit, shape, members, extraction));
	if (plan.commands.length > 0) keep(plan.commands, commandsCard(unit, plan, own, extraction));
	if (cards.length === 0) return;
	extraction.claim(unit.node, 'card', 'atoms', cards);
	if (plan.block.length === 0) claimIllustrations(own, cards, extraction);
}

/** Pictures and code between the statements are shown with the statement before them. */
function claimIllustrations(
	own: readonly Member[],
	cards: readonly CardDraft[],
	extraction: Extraction
): void {
	for (const member of own.filter((one) => !isStatement(one))) {
		const before = cards.filter(({ source }) => source.line <= member.node.line);
		const card = before.toSorted((a, b) => b.source.line - a.source.line)[0] ?? cards[0];
		if (card !== undefined) extraction.claimMember(member, 'card', 'in-block', [card]);
	}
}

function definitionCard(unit: TitledUnit, member: Member, extraction: Extraction): CardDraft {
	const { whatIs, whatDoes, usage } = extraction.phrases;
	const said = member.head === undefined ? '' : whatIsSaid(member.head, unit).head.text;
	const template = isInstruction(said) ? usage : isTool(unit) ? whatDoes : whatIs;
	const front = fillTemplate(template, subjectOf(unit, extraction));
	const known = { path: unit.path, key: textOf(member), form: 'statement' } as const;
	return extraction.card(
		{ kind: 'basic', front, back: backOf(member, unit, extraction), ...known },
		unit,
		member.node
	);
}

/** "X 有什麼限制？" for the statements that begin with 不能, 只能, …; their number, where there are several. */
function shapeCard(
	unit: TitledUnit,
	shape: StatementShape,
	members: readonly Member[],
	extraction: Extraction
): CardDraft {
	const { phrases } = extraction;
	const asked = fillTemplate(phrases[shape], subjectOf(unit, extraction));
	const front = members.length === 1 ? asked : fillTemplate(phrases.counted, asked, members.length);
	const [first] = members;
	const back =
		members.length === 1 && first !== undefined
			? backOf(first, unit, extraction)
			: extraction.render(nodesOf(members));
	const key = first === undefined ? unit.title.text : textOf(first);
	const place = first?.node ?? unit.node;
	return extraction.card(
		{ kind: 'basic', front, back, path: unit.path, key, form: 'statement' },
		unit,
		place
	);
}

/** A statement as an answer: its text, and under it what stands under it. */
function backOf({ head, rest }: Member, unit: TitledUnit, extraction: Extraction): Face {
	if (head === undefined) return extraction.render(rest);
	const said = whatIsSaid(head, unit);
	const faces = [said.head.tokens, said.remark].map((tokens) => extraction.renderInline(tokens, head.line));
	return stackFaces([
		...faces.filter(({ html }) => html !== '').map((face) => ({ ...face, html: `<p>${face.html}</p>` })),
		extraction.render(rest)
	]);
}

/**
 * Bullets that are commands: what they are for is the one statement beside them, or the title.
 *
 *     telnet
 *     - 測試 port 的連通性、是否可達
 *       ^ what it is for
 *     - `telnet google.com 80`
 *       ^ asked
 */
function commandsCard(
	unit: TitledUnit,
	{ commands }: BlockPlan,
	own: readonly Member[],
	extraction: Extraction
): CardDraft {
	const { phrases } = extraction;
	const subject = subjectOf(unit, extraction);
	const others = own.filter(
		(member) => isStatement(member) && !commands.some(({ node }) => node === member.node)
	);
	const [purpose] = others;
	const isNamed = others.length === 1 && purpose?.head !== undefined && !isSentence(unit.title);
	const asked = isNamed
		? fillTemplate(phrases.command, fillTemplate(phrases.topic, subject, purposeFace(purpose, extraction)))
		: fillTemplate(phrases.commandFor, subject);
	const front = commands.length === 1 ? asked : fillTemplate(phrases.counted, asked, commands.length);
	const [first] = commands;
	const key = first === undefined ? unit.title.text : textOf(first);
	const place = first?.node ?? unit.node;
	const known = { key, form: 'statement' } as const;
	const command = commands.map(textOf).join('\n');
	const [illustration] = commands.map(({ rest }) => rest).filter((rest) => contentOf(rest) !== 'nothing');
	const below = extraction.render(illustration ?? []);
	return commandCard({ front, command, language: 'sh', known, below }, unit, place, extraction);
}

const purposeFace = ({ head }: Member, extraction: Extraction): Face =>
	extraction.renderInline(head?.tokens ?? [], head?.line ?? 1);
