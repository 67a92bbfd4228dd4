import type { CardKind } from '#deck/card.ts';
import type { Asset } from '#deck/deck.ts';
import type { DeckId } from '#deck/ids.ts';
import { readFrontMatter } from './1-read/front-matter.ts';
import { readNoteSettings, type NoteSettings } from './1-read/note-settings.ts';
import { fingerprint } from './3-identify/fingerprint.ts';
import { identifyCards, type Identification } from './3-identify/identify-cards.ts';
import { assembleNote, type AssembledNote } from './assemble-note.ts';
import { compileNoteCached, newCompileCache, type CompileCache } from './compile-cache.ts';
import type { CompiledNote, NoteOptions } from './compile-note.ts';
import type { Compilation, CompileOptions, CompileStats, NoteFile } from './compilation.ts';
import { reportIdentities } from './report-identities.ts';

/**
 * Markdown notes -> a deck, a verdict for every block, and what was found wrong. Pure: the same files and options
 * give the same result, with a cache or without; no text makes it throw.
 */
export function compileNotes(files: readonly NoteFile[], options: CompileOptions): Compilation {
	const deckSettings = deckSettingsOf(files);
	const noteOptions = noteOptionsOf(options, deckSettings);
	const cache = options.cache ?? newCompileCache();
	const run = options.runFile ?? runUnlimited;
	const compiled = files.flatMap((file) => compileNoteCached(file, noteOptions, cache, run) ?? []);
	const identification = identifyCards(
		compiled.map(({ candidates }) => candidates),
		options.identities,
		options.mintCardId,
		cache.identification
	);
	const notes = assembleAll(compiled, identification, options.deck.id, cache);
	return {
		deck: {
			id: options.deck.id,
			title: options.deck.title ?? deckSettings?.title ?? titleOf(notes, options.deck.id),
			lang: noteOptions.lang ?? compiled[0]?.lang ?? 'en',
			...(deckSettings?.description !== undefined && { description: deckSettings.description }),
			version: fingerprint(notes.map(({ print }) => print).join('\n')),
			notes: notes.map(({ note }) => note)
		},
		verdicts: joined(notes.map(({ verdicts }) => verdicts)),
		diagnostics: [
			...joined(compiled.map(({ diagnostics }) => diagnostics)),
			...reportIdentities(identification, compiled)
		],
		stats: statsOf(notes),
		identities: identification.identities,
		assets: uniqueAssets(compiled),
		missingImages: compiled.flatMap(({ missingImages }) => missingImages),
		schedules: joined(notes.map(({ schedules }) => schedules)),
		hasMath: compiled.some(({ hasMath }) => hasMath)
	};
}

/** Lists as one. `concat` copies each in one piece: of a hundred thousand verdicts, `flatMap` takes a compile's time. */
const joined = <Item>(lists: readonly (readonly Item[])[]): readonly Item[] =>
	lists.length === 0 ? [] : ([] as Item[]).concat(...lists);

const runUnlimited: NonNullable<CompileOptions['runFile']> = (_file, run) => ({ value: run() });

/** Each note with the ids of its cards; from the cache where neither it nor they changed. Leaves all in the cache. */
function assembleAll(
	compiled: readonly CompiledNote[],
	identification: Identification,
	deckId: DeckId,
	cache: CompileCache
): readonly AssembledNote[] {
	const notes = compiled.map((note) => {
		const rows = identification.rowsByNote.get(note.candidates) ?? [];
		const known = cache.assembled.get(note);
		return known?.rows === rows && known.deckId === deckId ? known : assembleNote(note, rows, deckId);
	});
	cache.assembled = new Map(compiled.map((note, at) => [note, notes[at] as AssembledNote]));
	cache.identification = identification;
	return notes;
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
const titleOf = (notes: readonly AssembledNote[], id: DeckId): string =>
	(notes.length === 1 && notes[0]?.note.title) || id;

const noteOptionsOf = (options: CompileOptions, deckSettings: NoteSettings | undefined): NoteOptions => ({
	lang: options.deck.lang ?? deckSettings?.lang,
	granularity: options.granularity ?? deckSettings?.granularity ?? 'auto',
	images: options.images ?? noImages,
	highlight: options.highlight ?? true,
	renderMath: options.renderMath
});

const noImages: NoteOptions['images'] = new Map();

function statsOf(notes: readonly AssembledNote[]): CompileStats {
	const cardsByKind: Partial<Record<CardKind, number>> = {};
	const stats = { files: notes.length, blocks: 0, cards: 0, openQuestions: 0, cardsByKind };
	for (const { note, verdicts, cardsByKind: counts } of notes) {
		stats.blocks += verdicts.length;
		stats.cards += note.cards.length;
		stats.openQuestions += note.openQuestions.length;
		for (const [kind, count] of counts) cardsByKind[kind] = (cardsByKind[kind] ?? 0) + count;
	}
	return stats;
}

const uniqueAssets = (notes: readonly CompiledNote[]): readonly Asset[] => [
	...new Map(notes.flatMap((note) => note.assets).map((asset) => [asset.hash, asset])).values()
];
