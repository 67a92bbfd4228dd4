import { labelRole } from './label-role.ts';
import type { Member } from './member.ts';

/** Text that says something: no picture, no code by itself, no bare link, no task, no mere caption. */
export const isStatement = ({ head }: Member): boolean =>
	head !== undefined && head.text !== '' && head.holds === 'text' && labelRole(head.text) === undefined;
