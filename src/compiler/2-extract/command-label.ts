import { rawText } from '../1-read/cut-inline.ts';
import { commandCard } from './command.ts';
import type { Place } from './construct.ts';
import { contentOf } from './content-of.ts';
import type { Extraction } from './extraction.ts';
import { fillTemplate } from './fill-template.ts';
import { membersOf, type Member } from './member.ts';
import { subjectOf } from './subject-of.ts';
import type { Unit } from './unit.ts';

/**
 * A label over one command and nothing else, links apart.
 *
 *     - 設定不傳 signal 給 container
 *       - `docker attach --sig-proxy=false 304f5db405ec`
 *         ^ the command
 */
export function readCommandLabel(
	{ member, unit: around }: Place,
	unit: Unit,
	extraction: Extraction
): boolean {
	const content = membersOf(member.rest).filter(({ node }) => contentOf([node]) !== 'links');
	const command = content.length === 1 ? commandOf(content[0]) : undefined;
	if (command === undefined) return false;
	const front = fillTemplate(extraction.phrases.commandFor, subjectOf(unit, extraction));
	const known = { key: unit.title?.text ?? '', form: 'ask' } as const;
	const card = commandCard({ front, command, language: 'sh', known }, around, member.node, extraction);
	extraction.claimMember(member, 'card', 'command', [card]);
	return true;
}

/** `` EX. `docker ps` ``: code of more than one word, and nothing beside it that says anything. */
function commandOf(member: Member | undefined): string | undefined {
	const tokens = member?.head?.tokens ?? [];
	const code = tokens.at(-1);
	const before = rawText(tokens.slice(0, -1)).trim();
	if (code?.type !== 'code_inline' || !/^(?:(?:EX|例如|範例|如)\s*[.:：]?)?$/.test(before)) return undefined;
	return /^[a-z][\w./-]*\s+\S/.test(code.content) && member?.rest.length === 0 ? code.content : undefined;
}
