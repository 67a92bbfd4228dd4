import type { Token } from 'markdown-it';
import { rawText } from '../1-read/cut-inline.ts';
import { commandCard } from './command.ts';
import type { Place } from './construct.ts';
import { contentOf } from './content-of.ts';
import type { Extraction } from './extraction.ts';
import { fillTemplate } from './fill-template.ts';
import { isCommand } from './is-command.ts';
import { membersOf, nodesOf, type Member } from './member.ts';
import { subjectOf } from './subject-of.ts';
import type { Unit } from './unit.ts';

/**
 * A label over one command: nothing else stands under it but links, and what explains parts of the command.
 *
 *     - 設定不傳 signal 給 container
 *       - `docker attach --sig-proxy=false 304f5db405ec`
 *         ^ the command
 */
export function readCommandLabel(place: Place, unit: Unit, extraction: Extraction): boolean {
	const { member, unit: around } = place;
	const content = membersOf(member.rest).filter(({ node }) => contentOf([node]) !== 'links');
	const [first, ...explained] = content;
	const command = commandOf(first);
	if (command === undefined || !explained.every((other) => explains(other, command))) return false;
	const front = fillTemplate(extraction.phrases.commandFor, subjectOf(unit, extraction));
	const known = { key: unit.title?.text ?? '', form: 'ask' } as const;
	const card = commandCard({ front, command, language: 'sh', known }, around, member.node, extraction);
	if (explained.length > 0) place.readUnit(unit, nodesOf(explained));
	extraction.claimMember(member, 'card', 'command', [card]);
	return true;
}

/** `` 末端的 `-` 代表 stdin ``: a statement about a part of the command. */
const explains = ({ head }: Member, command: string): boolean =>
	head?.tokens.some(({ type, content }) => type === 'code_inline' && command.includes(content)) === true &&
	commandIn(head.tokens) === undefined;

/** `` EX. `docker ps` ``: code of more than one word, and nothing beside it that says anything. */
const commandOf = (member: Member | undefined): string | undefined =>
	member?.rest.length === 0 ? commandIn(member.head?.tokens ?? []) : undefined;

function commandIn(tokens: readonly Token[]): string | undefined {
	const code = tokens.at(-1);
	const before = rawText(tokens.slice(0, -1)).trim();
	if (code?.type !== 'code_inline' || !/^(?:(?:EX|例如|範例|如)\s*[.:：]?)?$/.test(before)) return undefined;
	return isCommand(code.content) || /\s\|\s/.test(code.content) ? code.content : undefined;
}
