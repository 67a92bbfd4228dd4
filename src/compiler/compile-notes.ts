import type { Card, CardKind } from '#deck/card.ts';
import type { Asset, Note } from '#deck/deck.ts';
import type { CardId, DeckId, NoteId } from '#deck/ids.ts';
import { readFrontMatter } from './1-read/front-matter.ts';
import { readNoteSettings, type NoteSettings } from './1-read/note-settings.ts';
import type { CardDraft } from './2-extract/card-draft.ts';
import { fingerprint } from './3-identify/fingerprint.ts';
import { diagnoseIdentities } from './3-identify/diagnose-identities.ts';
import { identifyCards } from './3-identify/identify-cards.ts';
import type { Candidate } from './3-identify/prints.ts';
import { newCompileCache, type CompileCache, type EmittedNote } from './compile-cache.ts';
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
 * give the same result; no text makes it throw. With a cache and the identities of the last compile, what did not change
 * is taken from it; the result is the same.
 */
export function compileNotes(files: readonly NoteFile[], options: CompileOptions): Compilation {
	const deckSettings = deckSettingsOf(files);
	const noteOptions = noteOptionsOf(options, deckSettings);
	const cache = options.cache ?? newCompileCache();
	const compiled = files.map((file) => compileNoteCached(file, noteOptions, cache));
	const before = cache.identified?.identities === options.identities ? cache.identified : undefined;
	const identified = identifyCards(
		compiled.flatMap((note) => note.candidates),
		options.identities,
		options.mintCardId,
		before?.bound
	);
	const idOf: IdOf = (candidate) => identified.bound.get(candidate)?.id ?? ('' as CardId);
	const emitted = new Map(
		compiled.map((note) => [note, emittedBefore(note, before) ?? emitNote(note, options.deck.id, idOf)])
	);
	const { identities, bound } = identified;
	// Derived ids depend on all notes at once.
	if (options.mintCardId !== undefined) cache.identified = { identities, bound, emitted };

	const each = compiled.flatMap((note) => emitted.get(note) ?? []);
	const notes = each.map(({ note }) => note);
	const verdicts = each.flatMap((note) => note.verdicts);
	return {
		deck: {
			id: options.deck.id,
			title: options.deck.title ?? deckSettings?.title ?? titleOf(notes, options.deck.id),
			lang: noteOptions.lang ?? notes[0]?.lang ?? 'en',
			...(deckSettings?.description !== undefined && { description: deckSettings.description }),
			version: fingerprint(each.map(({ print }) => print).join('\n')),
			notes
		},
		verdicts,
		diagnostics: [...compiled.flatMap((note) => note.diagnostics), ...diagnoseIdentities(identified)],
		stats: statsOf(notes, verdicts),
		identities,
		assets: uniqueAssets(compiled),
		missingImages: compiled.flatMap((note) => note.missingImages),
		schedules: compiled.flatMap((note) => schedulesOf(note, idOf)),
		hasMath: compiled.some((note) => note.hasMath)
	};
}

type IdOf = (candidate: Candidate) => CardId;

/** What was made of a note at the last compile, where its cards have the same ids still: then they all were kept. */
const emittedBefore = (note: CompiledNote, before: CompileCache['identified']): EmittedNote | undefined =>
	before?.emitted.get(note);

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

function emitNote(note: CompiledNote, deckId: DeckId, idOf: IdOf): EmittedNote {
	const noteId = `${deckId}/${note.file}` as NoteId;
	const ids = new Map(note.candidates.map((candidate) => [candidate.draft, idOf(candidate)]));
	const cards = cardsOf(note).map(({ draft, row }) =>
		toCard(draft, ids.get(draft) ?? ('' as CardId), row.siblingKey, noteId, note.lang)
	);
	const shown = cards.flatMap((card) => [card.id, card.front, card.back]);
	return {
		note: {
			id: noteId,
			file: note.file,
			title: note.title,
			lang: note.lang,
			cards,
			openQuestions: note.openPoints.map((open) => ({ id: ids.get(open) ?? '', noteId, ...open })),
			markdown: note.markdown
		},
		verdicts: note.verdicts.map(({ cards: drafts, ...verdict }) => ({
			...verdict,
			cardIds: drafts.flatMap((draft) => ids.get(draft) ?? [])
		})),
		print: fingerprint([note.file, ...shown].join('\n'))
	};
}

const cardsOf = (note: CompiledNote) =>
	note.cards.flatMap((draft, index) => {
		const row = note.candidates[index]?.row;
		return row === undefined ? [] : [{ draft, row }];
	});

const toCard = (draft: CardDraft, id: CardId, siblingKey: string, noteId: NoteId, lang: string): Card => ({
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
	siblingKey,
	lang,
	...(draft.parts && { parts: draft.parts })
});

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

const schedulesOf = (note: CompiledNote, idOf: IdOf): ForeignCardSchedule[] =>
	note.cards.flatMap(({ schedule }, index) => {
		const candidate = note.candidates[index];
		return schedule === undefined || candidate === undefined
			? []
			: [{ cardId: idOf(candidate), ...schedule }];
	});

const uniqueAssets = (notes: readonly CompiledNote[]): readonly Asset[] => [
	...new Map(notes.flatMap((note) => note.assets).map((asset) => [asset.hash, asset])).values()
];
