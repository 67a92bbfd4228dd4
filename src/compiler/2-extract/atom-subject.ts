import { displayWidth } from '../display-width.ts';
import type { Face } from '../4-emit/face.ts';
import type { Extraction } from './extraction.ts';
import { isSentence, subjectOf } from './subject-of.ts';
import type { TitledUnit, Unit } from './unit.ts';

/**
 * What a statement is about, to be said before it: the nearest title that names something. Undefined where the statement
 * says so itself.
 *
 *     overlay：用在 ＿＿＿ 之間的內部網路連接
 *     ^
 */
export function atomSubject(unit: Unit, statement: string, extraction: Extraction): Face | undefined {
	const named = namingUnit(unit);
	if (named === undefined || says(statement, named.title.text)) return undefined;
	const subject = subjectOf(named, extraction);
	return displayWidth(subject.text) > maxSubjectWidth ? undefined : subject;
}

const maxSubjectWidth = 64;

/** The nearest block around a statement whose title is a name; a sentence or `其他` names nothing. */
function namingUnit(unit: Unit): TitledUnit | undefined {
	for (let at: Unit | undefined = unit; at !== undefined; at = at.parent) {
		const { title } = at;
		if (title === undefined || title.text === '' || title.isGeneric || title.isQuestion) continue;
		if (isNoteTitle(at)) return undefined;
		if (!isSentence(title) || at.kind === 'details') return { ...at, title };
	}
	return undefined;
}

/** The statement has the title's words, brackets and width apart. */
function says(statement: string, title: string): boolean {
	const wanted = plain(title.replace(/[(（][^()（）]*[)）]/g, ''));
	return wanted !== '' && plain(statement).includes(wanted);
}

const plain = (text: string): string =>
	text
		.normalize('NFKC')
		.toLowerCase()
		.replace(/[\s\p{P}]/gu, '');

/** The note's own title says no more than the breadcrumb does. */
const isNoteTitle = ({ kind, parent }: Unit): boolean => kind === 'section' && parent?.kind === 'note';
