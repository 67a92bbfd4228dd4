import type { NoteNode } from '../1-read/note-node.ts';
import type { ReadNote } from '../1-read/read-note.ts';
import type { RenderContext } from '../4-emit/render-context.ts';
import type { CardDraft, OpenDraft, VerdictDraft } from './card-draft.ts';
import { Extraction, type Granularity } from './extraction.ts';
import { phrasesFor } from './phrases.ts';
import { attachForeign } from './attach-foreign.ts';
import { readCarved } from './carved-cards.ts';
import { readUnit } from './read-unit.ts';
import { readTitle } from './title.ts';
import { innerUnit, type Unit } from './unit.ts';
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
		dialects: note.dialects,
		hidesBold: note.settings.hidesBold,
		phrases: phrasesFor(options.lang),
		repeatedTitles: repeatedTitles(note.root.children)
	};
	const extraction = new Extraction(facts, context);
	if (options.isOff) for (const node of note.root.children) extraction.claim(node, 'skipped', 'front-matter');
	else readAll(note, extraction);
	const { cards, verdicts } = withForeign(note, extraction);
	return {
		title: firstHeading(note.root.children),
		cards: inReadingOrder(cards),
		openPoints: inReadingOrder(extraction.openPoints),
		verdicts
	};
}

/** Drafts with what other programs wrote about them; verdicts speak of the same drafts. */
function withForeign(note: ReadNote, extraction: Extraction) {
	const verdicts = verdictsOf(note, extraction);
	if (note.foreign.length === 0) return { cards: extraction.cards, verdicts };
	const foreign = attachForeign(extraction.cards, note.foreign);
	const changed = new Map(extraction.cards.map((card) => [card, { ...card, ...foreign.get(card) }]));
	const cards = [...changed.values()];
	const current = (card: CardDraft): CardDraft => changed.get(card) ?? card;
	return { cards, verdicts: verdicts.map((verdict) => ({ ...verdict, cards: verdict.cards.map(current) })) };
}

function readAll(note: ReadNote, extraction: Extraction): void {
	const root = rootUnit(note.root);
	readUnit(root, note.root.children, extraction);
	for (const carved of note.carved) {
		const cards = readCarved(carved, unitAt(carved.line, note.root.children, root), extraction);
		extraction.carvedCards.set(carved, cards);
	}
}

/** The heading that a line stands under. */
function unitAt(line: number, nodes: readonly NoteNode[], around: Unit): Unit {
	const section = nodes.findLast((node) => node.kind === 'section' && node.line <= line);
	if (section?.kind !== 'section') return around;
	const unit = innerUnit(around, 'section', readTitle(section.title, section.line), section);
	return unitAt(line, section.children, unit);
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

/** The first heading of the first level; without one, the first heading that says anything. */
function firstHeading(nodes: readonly NoteNode[]): string {
	const titled = nodes.filter((node) => node.kind === 'section' && node.titleText !== '');
	const first = titled.find((node) => node.kind === 'section' && node.level === 1) ?? titled[0];
	return first?.kind === 'section' ? first.titleText : '';
}

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
