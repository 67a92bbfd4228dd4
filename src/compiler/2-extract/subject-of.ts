import type { Token } from 'markdown-it';
import { cutInline, rawText } from '../1-read/cut-inline.ts';
import { displayWidth } from '../display-width.ts';
import type { Face } from '../4-emit/face.ts';
import type { Extraction } from './extraction.ts';
import { fillTemplate } from './fill-template.ts';
import { namesSeveral } from './names-several.ts';
import { startsWithVerb } from './term.ts';
import type { Title } from './title.ts';
import type { TitledUnit, Unit } from './unit.ts';

/**
 * What a front is about, so that it can be understood without seeing the note: the title, and that of the block around
 * it where the title alone would not do (`步驟`, `host`, or one that stands twice in the note).
 */
export function subjectOf(unit: Unit, extraction: Extraction): Face {
	const { title } = unit;
	if (title === undefined) return { html: '', text: '', media: [] };
	const own = titleFace(title, extraction);
	const around = contextOf(unit, title, extraction);
	if (around === undefined && title.isGeneric && title.text !== '') {
		extraction.report('title-too-generic', title.line, title.text);
	}
	return around === undefined ? own : fillTemplate(extraction.phrases.of, titleFace(around, extraction), own);
}

/** A title that is a sentence, or begins like one, is quoted where it stands inside another. */
function titleFace(title: Title, extraction: Extraction): Face {
	const face = extraction.renderInline(withoutPointer(title.tokens), title.line);
	return isSentence(title) ? fillTemplate(extraction.phrases.quoted, face) : face;
}

function isSentence(title: Title): boolean {
	if (title.tokens.length === 1 && title.tokens[0]?.type === 'code_inline') return false;
	if (displayWidth(title.text) > maxNameWidth || /[，,。]/.test(title.text)) return true;
	return startsWithVerb(title.text) && !title.isGeneric && !namesSeveral(title);
}

const maxNameWidth = 44;

/** `其中的 Load Balance`: points to what is around it, which is named instead. */
const pointer = /^(?:其中的?|該|该|此|這個|这个)\s*/;

const withoutPointer = (tokens: readonly Token[]): readonly Token[] => {
	const length = pointer.exec(rawText(tokens))?.[0].length ?? 0;
	return length === 0 ? tokens : cutInline(tokens, length);
};

/** The title around it that a title needs to be understood; undefined where it stands for itself. */
function contextOf(unit: Unit, title: Title, extraction: Extraction): Title | undefined {
	const isRepeated = extraction.isRepeated(title.text);
	if (!title.isGeneric && !isRepeated && !isShort(unit, title) && !pointer.test(title.text)) return undefined;
	const named = nearestTitle(unit.parent, (around) => !around.isGeneric);
	// The note's own title says no more than the breadcrumb does.
	const isNamed = named !== undefined && (title.isGeneric || !isNoteTitle(named));
	const context = isNamed ? named : isRepeated ? nearestTitle(unit.parent, () => true) : undefined;
	if (context === undefined || context.title.text === title.text) return undefined;
	const isOdd = isSentence(context.title) || (isAscii(title.text) && !isCompact(context.title));
	return isOdd && !title.isGeneric && !isRepeated ? undefined : context.title;
}

const isAscii = (text: string): boolean => /^[ -~]+$/.test(text);

/** "Raft 的 term" reads well, "client 與 server 的 dockerd" does not. */
const isCompact = ({ text }: Title): boolean =>
	!/[與与和跟即&]|\bvs\b/i.test(text) && text.split(/\s+/).length <= 2;

const isNoteTitle = ({ kind, parent }: Unit): boolean => kind === 'section' && parent?.kind === 'note';

function nearestTitle(from: Unit | undefined, is: (title: Title) => boolean): TitledUnit | undefined {
	for (let at = from; at !== undefined; at = at.parent) {
		if (at.title !== undefined && at.title.text !== '' && is(at.title)) return { ...at, title: at.title };
	}
	return undefined;
}

/** `host`, `env`, `名詞`; a bullet's label may be longer and still mean nothing by itself: `三個角色`. */
function isShort(unit: Unit, { text }: Title): boolean {
	if (/^[ -~]+$/.test(text)) return /^[\w.-]+$/.test(text);
	return displayWidth(text) <= (unit.kind === 'label' ? 16 : 6);
}
