import type { Card, CardKind } from '#deck/card.ts';
import type { Asset, Note } from '#deck/deck.ts';
import type { CardId, DeckId, NoteId } from '#deck/ids.ts';
import { readFrontMatter } from './1-read/front-matter.ts';
import { readNoteSettings, type NoteSettings } from './1-read/note-settings.ts';
import type { CardDraft } from './2-extract/card-draft.ts';
import { fingerprint } from './3-identify/fingerprint.ts';
import { siblingKeyOf } from './3-identify/prints.ts';
import { identifyCards, type IdentifiedDrafts } from './3-identify/identify-cards.ts';
import { compileNoteCached, type CompiledNote, type NoteOptions } from './compile-note.ts';
import type {
	Compilation,
	ForeignCardSchedule,
	CompileOptions,
	CompileStats,
	NoteFile,
	Verdict
} from './compilation.ts';

/**
 * Markdown notes -> a deck, a verdict for every block, and what was found wrong. Pure: the same files and options
 * give the same result; no text makes it throw.
 */
export function compileNotes(files: readonly NoteFile[], options: CompileOptions): Compilation {
	const deckSettings = deckSettingsOf(files);
	const noteOptions = noteOptionsOf(options, deckSettings);
	const cache = options.cache ?? new Map<string, never>();
	const compiled = files.map((file) => compileNoteCached(file, noteOptions, cache));
	const drafts = {
		cards: compiled.flatMap((note) => note.cards),
		openPoints: compiled.flatMap((note) => note.openPoints)
	};
	const { ids, identities } = identifyCards(drafts, options.identities, options.mintCardId);
	const notes = compiled.map((note) => toNote(note, options.deck.id, ids));
	const verdicts = compiled.flatMap((note) => toVerdicts(note, ids));
	return {
		deck: {
			id: options.deck.id,
			title: options.deck.title ?? deckSettings?.title ?? titleOf(notes, options.deck.id),
			lang: noteOptions.lang ?? notes[0]?.lang ?? 'en',
			...(deckSettings?.description !== undefined && { description: deckSettings.description }),
			version: versionOf(notes),
			notes
		},
		verdicts,
		diagnostics: compiled.flatMap((note) => note.diagnostics),
		stats: statsOf(notes, verdicts),
		identities,
		assets: uniqueAssets(compiled),
		missingImages: compiled.flatMap((note) => note.missingImages),
		schedules: schedulesOf(drafts.cards, ids),
		hasMath: compiled.some((note) => note.hasMath)
	};
}

/** A folder's `index.md` (or the only note) speaks for the deck in its front matter. */
function deckSettingsOf(files: readonly NoteFile[]): NoteSettings | undefined {
	const index =
		files.find(({ path }) => /^(?:index|readme)\.md$/i.test(path)) ??
		(files.length === 1 ? files[0] : undefined);
	return index === undefined
		? undefined
		: readNoteSettings(readFrontMatter(index.text.replace(/^\uFEFF/, '')).fields);
}

/** The title of the only note; else the deck's id, which is the folder's name. */
const titleOf = (notes: readonly Note[], id: DeckId): string =>
	notes.length === 1 && notes[0] !== undefined && notes[0].title !== '' ? notes[0].title : id;

const noteOptionsOf = (options: CompileOptions, deckSettings: NoteSettings | undefined): NoteOptions => ({
	lang: options.deck.lang ?? deckSettings?.lang,
	granularity: options.granularity ?? deckSettings?.granularity ?? 'auto',
	images: options.images ?? noImages,
	highlight: options.highlight ?? true,
	renderMath: options.renderMath
});

const noImages: NoteOptions['images'] = new Map();

type Ids = IdentifiedDrafts['ids'];

function toNote(note: CompiledNote, deckId: DeckId, ids: Ids): Note {
	const noteId = `${deckId}/${note.file}` as NoteId;
	return {
		id: noteId,
		file: note.file,
		title: note.title,
		lang: note.lang,
		cards: note.cards.flatMap((draft) => {
			const id = ids.get(draft);
			return id === undefined ? [] : [toCard(draft, id, noteId, note.lang)];
		}),
		openQuestions: note.openPoints.map((open) => ({
			id: ids.get(open) ?? '',
			noteId,
			...open
		})),
		markdown: note.markdown
	};
}

const toCard = (draft: CardDraft, id: CardId, noteId: NoteId, lang: string): Card => ({
	id,
	noteId,
	kind: draft.kind,
	path: draft.path,
	frontText: draft.front.text,
	backText: draft.back.text,
	front: draft.front.html,
	back: draft.back.html,
	source: draft.source,
	tags: draft.tags,
	media: [...new Set([...draft.front.media, ...draft.back.media])],
	siblingKey: siblingKeyOf(draft),
	lang,
	...(draft.parts && { parts: draft.parts })
});

const toVerdicts = (note: CompiledNote, ids: Ids): Verdict[] =>
	note.verdicts.map(({ cards, ...verdict }) => ({
		...verdict,
		cardIds: cards.flatMap((draft) => ids.get(draft) ?? [])
	}));

/** Digest of all that a learner can see: the same text gives the same version. */
function versionOf(notes: readonly Note[]): string {
	const parts = notes.flatMap((note) => [
		note.file,
		...note.cards.flatMap((card) => [card.id, card.front, card.back])
	]);
	return fingerprint(parts.join('\n'));
}

function statsOf(notes: readonly Note[], verdicts: readonly Verdict[]): CompileStats {
	const cards = notes.flatMap((note) => note.cards);
	const cardsByKind: Partial<Record<CardKind, number>> = {};
	for (const { kind } of cards) cardsByKind[kind] = (cardsByKind[kind] ?? 0) + 1;
	return {
		files: notes.length,
		blocks: verdicts.length,
		cards: cards.length,
		openQuestions: notes.reduce((sum, note) => sum + note.openQuestions.length, 0),
		cardsByKind
	};
}

const schedulesOf = (cards: readonly CardDraft[], ids: Ids): ForeignCardSchedule[] =>
	cards.flatMap((draft) => {
		const cardId = ids.get(draft);
		return draft.schedule === undefined || cardId === undefined ? [] : [{ cardId, ...draft.schedule }];
	});

const uniqueAssets = (notes: readonly CompiledNote[]): readonly Asset[] => [
	...new Map(notes.flatMap((note) => note.assets).map((asset) => [asset.hash, asset])).values()
];
