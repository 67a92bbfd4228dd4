import { withoutTodoMark } from '../1-read/todo-mark.ts';
import type { Construct } from './construct.ts';
import type { Member } from './member.ts';

/**
 * A task or a question that the author left for later: listed, never scheduled.
 *
 *     - <mark>TODO:Q</mark> 所有方法都是，只有掛載？
 *       ^
 */
export const readTodo: Construct = ({ member, unit }, extraction) => {
	if (!isTodo(member)) return 0;
	extraction.open(withoutTodoMark(member.head?.text ?? ''), unit, member.node, 'todo');
	extraction.claimMember(member, 'open', 'todo');
	return 1;
};

export const isTodo = ({ head }: Member): boolean => head?.holds === 'todo';
