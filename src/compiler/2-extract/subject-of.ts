import type { Token } from 'markdown-it';
import { cutInline, rawText } from '../1-read/cut-inline.ts';
import { displayWidth } from '../display-width.ts';
import { emptyFace, type Face } from '../4-emit/face.ts';
import { splitLabel } from './split-label.ts';
import { labelRole } from './label-role.ts';
import type { Extraction } from './extraction.ts';
import { fillTemplate } from './fill-template.ts';
import { isTool } from './is-tool.ts';
import { namesNumber, namesSeveral } from './names-several.ts';
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
	if (around === undefined) return own;
	const { of, ofPhrase, topic } = extraction.phrases;
	if (namesNumber(around.title.text)) return fillTemplate(topic, subjectOf(around, extraction), own);
	const template = beginsLikePhrase.test(title.text) ? ofPhrase : of;
	return fillTemplate(template, titleFace(around.title, extraction), own);
}

/** "Swarm 必須開啟的 port" reads better than "Swarm 的必須開啟的 port". */
const beginsLikePhrase = /^(?:必須|必须|需要?|可|常|所|要|會|会|最)\S*.*的/;

/** A title that is a sentence, or begins like one, is quoted where it stands inside another. */
function titleFace(title: Title, extraction: Extraction): Face {
	const face = nameFace(title, extraction);
	return isSentence(title) ? fillTemplate(extraction.phrases.quoted, face) : face;
}

export function isSentence(title: Title): boolean {
	if (title.tokens.length === 1 && title.tokens[0]?.type === 'code_inline') return false;
	const bare = title.text.replace(/[(（][^()（）]*[)）]/g, '');
	if (displayWidth(title.text) > maxNameWidth || /[，,。]/.test(bare) || instruction.test(bare)) return true;
	if (title.isQuestion) return true;
	return startsWithVerb(title.text) && !title.isGeneric && !namesSeveral(title);
}

const maxNameWidth = 44;
const instruction =
	/^(?:盡量|尽量|儘量|避免|不要|並非|并非|遇到|當|当|如果|若|do not|don't|avoid|never|always)/i;

/** `同步演算法：RAFT` is called RAFT; the words before it say what kind of thing it is. */
function nameFace(title: Title, extraction: Extraction): Face {
	const tokens = withoutTail(withoutPointer(title.tokens));
	const split = splitLabel(tokens);
	if (split === undefined || !/^[ -~]+$/.test(split.valueText) || !isCategory(split.labelText))
		return extraction.renderInline(tokens, title.line);
	const [name, category] = [split.value, split.label].map((part) =>
		extraction.renderInline(part, title.line)
	);
	return fillTemplate(extraction.phrases.ofKind, name ?? emptyFace, category ?? emptyFace);
}

const isCategory = (label: string): boolean => /^[^ -~]{2,8}$/.test(label) && labelRole(label) === undefined;

/** `其中的 Load Balance 屬於` announces what it belongs to; `總結兩個關鍵` what the author does. */
function withoutTail(tokens: readonly Token[]): readonly Token[] {
	const raw = rawText(tokens);
	const tail = /\s*(?:屬於|属于|包括|包含|分為|分为)$/.exec(raw);
	const head = /^(?:總結|总结|簡述|简述|說明|说明)(?=.{2})/.exec(raw)?.[0].length ?? 0;
	return tail === null && head === 0 ? tokens : cutInline(tokens, head, tail?.index);
}

/** `其中的 Load Balance`: points to what is around it, which is named instead. */
const pointer = /^(?:其中的?|該|该|此|這個|这个)\s*/;

const withoutPointer = (tokens: readonly Token[]): readonly Token[] => {
	const length = pointer.exec(rawText(tokens))?.[0].length ?? 0;
	return length === 0 ? tokens : cutInline(tokens, length);
};

/** The title around it that a title needs to be understood; undefined where it stands for itself. */
function contextOf(unit: Unit, title: Title, extraction: Extraction): TitledUnit | undefined {
	if (isTool(unit)) return undefined;
	const isRepeated = extraction.isRepeated(title.text);
	if (!title.isGeneric && !isRepeated && !isShort(unit, title) && !pointer.test(title.text)) return undefined;
	const named = nearestTitle(unit.parent, (around) => !around.isGeneric);
	// The note's own title says no more than the breadcrumb does.
	const isNamed = named !== undefined && (title.isGeneric || !isNoteTitle(named));
	const context = isNamed ? named : isRepeated ? nearestTitle(unit.parent, () => true) : undefined;
	if (context === undefined || context.title.text === title.text) return undefined;
	const isOdd = isSentence(context.title) || (isAscii(title.text) && !isCompact(context.title));
	return isOdd && !title.isGeneric && !isRepeated ? undefined : context;
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
