import type { Code, NoteNode } from '../1-read/note-node.ts';
import { emptyFace, stackFaces, type Face } from '../4-emit/face.ts';
import type { CardDraft } from './card-draft.ts';
import type { Extraction } from './extraction.ts';
import { fillTemplate, plainFace } from './fill-template.ts';
import { displayWidth } from '../display-width.ts';
import type { Head } from './member.ts';
import { subjectOf } from './subject-of.ts';
import type { Unit } from './unit.ts';

/** A command and what it is for. */
export interface Command {
	readonly prompt: string;
	/** Without `$ `. Several lines where it goes on after a backslash. */
	readonly command: string;
	/** Lines from the first of the block, counted from 0. */
	readonly from: number;
	readonly to: number;
}

/**
 * The commands of a shell block that a comment asks for.
 *
 *     # EX. 先 -f 後 ps
 *     ^ prompt
 *     $ docker compose -f /folder/docker-compose.yml ps
 *       ^ command
 */
export function commandsIn(code: Code): Command[] {
	if (!shells.has(code.language)) return [];
	const lines = code.text.split('\n');
	const hasPrompts = lines.some((line) => promptSign.test(line));
	if (code.language === '' && !hasPrompts) return [];
	const commands: Command[] = [];
	for (let at = 0; at < lines.length; at++) {
		const prompt = promptOf(lines[at]);
		if (prompt === undefined) continue;
		const from = at;
		const body: string[] = [];
		while (at + 1 < lines.length && isCommandLine(lines[at + 1], hasPrompts, body))
			body.push(lines[++at] ?? '');
		if (body.length > 0) commands.push({ prompt, command: withoutSigns(body), from, to: at });
	}
	return commands;
}

const shells = new Set([
	'',
	'sh',
	'bash',
	'zsh',
	'shell',
	'console',
	'shell-session',
	'fish',
	'powershell',
	'ps1',
	'cmd',
	'bat',
	'dockerfile'
]);
const promptSign = /^\s*(?:\$|PS>|>)\s+/;

/** `# EX. 先 -f 後 ps` -> `先 -f 後 ps`; undefined for `# EX.`, a shebang, or anything but a comment. */
function promptOf(line: string | undefined): string | undefined {
	const comment = /^\s*(?:#(?!!)|\/\/|REM\s|::)\s*(\S.*)$/i.exec(line ?? '')?.[1];
	const prompt = comment?.replace(/^(?:EX|e\.g|例如|範例|例)\s*[.:：]?\s*/i, '').trim();
	return prompt === undefined || prompt.length < 3 || /^[-=#\s]*$/.test(prompt) ? undefined : prompt;
}

/** Where some lines have a `$ `, those without one are output; a line after a backslash belongs to the one before. */
function isCommandLine(line: string | undefined, hasPrompts: boolean, body: readonly string[]): boolean {
	if (line === undefined || line.trim() === '' || /^\s*#/.test(line)) return false;
	if (body.at(-1)?.trimEnd().endsWith('\\') === true) return true;
	return hasPrompts ? promptSign.test(line) : true;
}

const withoutSigns = (body: readonly string[]): string =>
	body.map((line) => line.replace(promptSign, '').trimEnd()).join('\n');

/**
 * Cards for the commands of a block; none where no comment asks for one. A comment that goes on from the statement over
 * the code (`需注意 -d 是 up 的 Options`) is asked together with that.
 */
export function commandCards(
	code: Code,
	over: Head | undefined,
	unit: Unit,
	extraction: Extraction
): CardDraft[] {
	return commandsIn(code).map((command) => {
		const line = code.line + 1 + command.from;
		const front = fillTemplate(
			extraction.phrases.command,
			promptFace(command.prompt, over, unit, extraction)
		);
		const place = { line, endLine: code.line + 1 + command.to };
		const known = { key: command.prompt, form: 'command' } as const;
		return commandCard(
			{ front, command: command.command, language: code.language, known },
			unit,
			place,
			extraction
		);
	});
}

function promptFace(prompt: string, over: Head | undefined, unit: Unit, extraction: Extraction): Face {
	const asked = plainFace(prompt);
	if (!goesOn.test(prompt)) return asked;
	const isShort = over !== undefined && displayWidth(over.text) <= maxOverWidth;
	const around = isShort ? extraction.renderInline(over.tokens, over.line) : subjectOf(unit, extraction);
	return around.text === '' ? asked : fillTemplate(extraction.phrases.topic, around, asked);
}

const maxOverWidth = 40;
/** Begins in the middle of a thought. */
const goesOn =
	/^(?:需|須|以此|再|然後|然后|接著|接着|或(?!許)|另|同上|先|使用 \S+ 時|有需要|this\b|then\b|or\b|same\b|note\b|also\b)/i;

interface CommandSketch {
	readonly front: Face;
	readonly command: string;
	readonly language: string;
	/** What the card is known by. */
	readonly known: Pick<CardDraft, 'key' | 'form'>;
	/** Shown under the command. */
	readonly below?: Face;
}

export function commandCard(
	{ front, command, language: given, known, below = emptyFace }: CommandSketch,
	unit: Unit,
	place: Pick<NoteNode, 'line' | 'endLine'>,
	extraction: Extraction
): CardDraft {
	const language = given === '' ? 'sh' : given;
	const shown: Code = { kind: 'code', language, text: command, line: place.line, endLine: place.endLine };
	const parts = { kind: 'command', command, language } as const;
	const back = stackFaces([extraction.render([shown]), below]);
	return extraction.card({ kind: 'command', front, back, parts, ...known }, unit, place);
}
