import type { NoteNode } from '../1-read/note-node.ts';
import type { ReadNote } from '../1-read/read-note.ts';
import type { RenderContext } from '../4-emit/render-context.ts';
import type { CardDraft, OpenDraft, VerdictDraft } from './card-draft.ts';
import { Extraction, type Granularity } from './extraction.ts';
import { phrasesFor } from './phrases.ts';
import { readUnit } from './read-unit.ts';
import type { Unit } from './unit.ts';
import { verdictsOf } from './verdicts-of.ts';

/** What phase 2 finds in one note. */
export interface ExtractedNote {
	readonly title: string;
	readonly cards: readonly CardDraft[];
	readonly openPoints: readonly OpenDraft[];
	readonly verdicts: readonly VerdictDraft[];
}

export interface ExtractOptions {
	readonly lang: string;
	readonly granularity: Granularity;
	readonly isReversed: boolean;
	/** The note says that it is not for cards. */
	readonly isOff: boolean;
	readonly tags: readonly string[];
}

/** Phase 2: the tree of a note -> drafts of cards, open points, and a verdict for every block. */
export function extractNote(note: ReadNote, options: ExtractOptions, context: RenderContext): ExtractedNote {
	const facts = {
		...options,
		file: note.file,
		phrases: phrasesFor(options.lang),
		repeatedTitles: repeatedTitles(note.root.children)
	};
	const extraction = new Extraction(facts, context);
	if (options.isOff) for (const node of note.root.children) extraction.claim(node, 'skipped', 'front-matter');
	else readUnit(rootUnit(note.root), note.root.children, extraction);
	return {
		title: firstHeading(note.root.children),
		cards: inReadingOrder(extraction.cards),
		openPoints: inReadingOrder(extraction.openPoints),
		verdicts: verdictsOf(note, extraction.claims)
	};
}

const rootUnit = (node: NoteNode): Unit => ({
	kind: 'note',
	title: undefined,
	parent: undefined,
	node,
	path: [],
	group: '',
	isTodo: false,
	isQuestions: false
});

const firstHeading = (nodes: readonly NoteNode[]): string =>
	nodes.find((node) => node.kind === 'section')?.titleText ?? '';

/** By line; on one line, as they were found. */
const inReadingOrder = <T extends Pick<CardDraft, 'source'>>(drafts: readonly T[]): T[] =>
	drafts.toSorted((a, b) => a.source.line - b.source.line);

/** Titles that stand more than once in a note: alone, they do not say which is meant. */
function repeatedTitles(nodes: readonly NoteNode[]): ReadonlySet<string> {
	const seen = new Set<string>();
	const repeated = new Set<string>();
	const visit = (node: NoteNode): void => {
		if (node.kind === 'section' || node.kind === 'details') {
			const title = node.titleText.replace(/[\s:：]+$/, '').toLowerCase();
			if (seen.has(title)) repeated.add(title);
			seen.add(title);
		}
		if ('children' in node) node.children.forEach(visit);
	};
	nodes.forEach(visit);
	return repeated;
}
