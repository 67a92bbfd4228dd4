import { withoutTodoMark } from '../1-read/todo-mark.ts';
import type { Construct } from './construct.ts';
import type { Extraction } from './extraction.ts';
import type { Member } from './member.ts';
import type { Unit } from './unit.ts';

/**
 * A task or a question that the author left for later: listed, never scheduled.
 *
 *     - <mark>TODO:Q</mark> 所有方法都是，只有掛載？        - [ ] read the spec
 *       ^                                                       ^
 */
export const readTodo: Construct = ({ member, unit }, extraction) => {
	if (readDone(member, extraction)) return 1;
	if (!isTodo(member) && !isUnticked(member)) return 0;
	openTask(member, unit, extraction);
	return 1;
};

/** Lists a task. */
export function openTask(member: Member, unit: Unit, extraction: Extraction): void {
	extraction.open(withoutTodoMark(member.head?.text ?? ''), unit, member.node, 'todo');
	extraction.claimMember(member, 'open', 'todo');
}

/** `[x]`: done; nothing to learn, nothing open. */
function readDone(member: Member, extraction: Extraction): boolean {
	if (member.node.kind !== 'item' || member.node.isDone !== true) return false;
	extraction.claimMember(member, 'skipped', 'done');
	return true;
}

const isUnticked = ({ node, head }: Member): boolean =>
	node.kind === 'item' && node.isDone === false && head !== undefined;

export const isTodo = ({ head }: Member): boolean => head?.holds === 'todo';
