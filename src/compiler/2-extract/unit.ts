import type { NoteNode } from '../1-read/note-node.ts';
import { isTodoText } from '../1-read/todo-mark.ts';
import type { Title } from './title.ts';

/** A block with a title of its own: the note, a heading, details, or a bullet that is a label for what is under it. */
export interface Unit {
	readonly kind: 'note' | 'section' | 'details' | 'label';
	/** Undefined for the note itself. */
	readonly title: Title | undefined;
	/** The unit around it; undefined for the note. */
	readonly parent: Unit | undefined;
	readonly node: NoteNode;
	/** Titles around it, outermost first, its own left out. */
	readonly path: readonly string[];
	/** Its cards are siblings of those with the same group. */
	readonly group: string;
	/** Under a heading such as `TODO`: bullets are tasks unless they say what something is. */
	readonly isTodo: boolean;
	/** Under a heading such as `Q&A` or `問題集`: headings and paragraphs need no question mark. */
	readonly isQuestions: boolean;
}

/** A unit that has a title. */
export interface TitledUnit extends Unit {
	readonly title: Title;
}

/** Titles around whatever stands in a unit. */
export const pathWithin = (unit: Unit): readonly string[] =>
	unit.title === undefined || unit.title.text === '' ? unit.path : [...unit.path, unit.title.text];

/** A unit inside another. */
export function innerUnit(parent: Unit, kind: Unit['kind'], title: Title, node: NoteNode): Unit {
	const path = pathWithin(parent);
	const group = [...path, title.text].join('\n');
	// A label in a list of tasks holds what was found out already.
	const isTodo = (parent.isTodo && kind !== 'label') || isTodoText(title.text);
	const isQuestions = parent.isQuestions || questionTitle.test(title.text);
	return { kind, title, parent, node, path, group, isTodo, isQuestions };
}

const questionTitle =
	/^(?:q\s*&\s*a|faq|questions?|interview questions|問題集.*|问题集.*|問答|问答|面試題.*|面试题.*|常見問題|常见问题)$/i;
