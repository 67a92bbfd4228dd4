import type { Unit } from './unit.ts';

/** A command or program by name: its title is code, and stands in a list of commands or is more than one word. */
export function isTool({ title, parent }: Unit): boolean {
	const [code] = title?.tokens ?? [];
	if (code?.type !== 'code_inline') return false;
	if (title?.tokens.length === 1 && /\s/.test(code.content)) return true;
	return /(?:指令|命令|工具|\b(?:commands?|tools?|utilities))[:：]?$/i.test(parent?.title?.text ?? '');
}
