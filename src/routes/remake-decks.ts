import type { Deck, Note } from '#deck/deck.ts';
import type { Identities } from '#deck/identity.ts';
import type { DeckId } from '#deck/ids.ts';
import type { InstallReport, Library } from '#library/library.ts';
import { compileInApp } from './compile-in-app.ts';
import { noteCompiledAs, outdatedDecks } from './compiled-as.ts';
import { knownImages } from './known-images.ts';

/**
 * Compiles the kept notes of each deck anew whose options ask for another granularity, and installs it. Cards keep their
 * ids; those that fall away keep their reviews, and return with them when the option changes back. Does nothing where all
 * is as it should be; what is done is done deck by deck. Rejects where notes cannot be compiled or kept.
 */
export async function remakeDecks(
	library: Library,
	compile: typeof compileInApp = compileInApp
): Promise<readonly InstallReport[]> {
	const reports: InstallReport[] = [];
	for (const { deck, granularity } of await outdatedDecks(library)) {
		const [notes, identities, images] = await Promise.all([
			readNotes(library, deck.id),
			library.identities(deck.id),
			knownImages(library, deck.id)
		]);
		const compilation = await compile(
			notes.map(({ file, markdown }) => ({ path: file, bytes: new TextEncoder().encode(markdown) })),
			{
				deck: { id: deck.id, title: deck.title },
				images,
				...(identities && { identities }),
				...(granularity !== 'auto' && { granularity }),
				isDerivingIds: true
			}
		);
		// A note that could not be compiled now must not take its cards away.
		if (compilation.deck.notes.length < notes.length || identities === undefined)
			throw new Error(`The notes of ${deck.id} are not all at hand.`);
		const report = await library.installDeck(withImages(compilation.deck, notes), {
			origin: deck.origin,
			// All of them: a picture that no card shows now is shown again when the option changes back.
			assets: [...new Map(Array.from(images.values(), (asset) => [asset.hash, asset])).values()],
			identities: hideAway(identities, compilation.identities)
		});
		await noteCompiledAs(library, deck.id, compilation.deck.version, granularity);
		reports.push(report);
	}
	return reports;
}

async function readNotes(library: Library, deckId: DeckId): Promise<readonly Note[]> {
	const notes: Note[] = [];
	for (const { id } of await library.notes(deckId)) {
		const note = await library.note(id);
		if (note !== undefined) notes.push(note);
	}
	return notes;
}

function withImages(deck: Deck, former: readonly Note[]): Deck {
	const imagesByNote = new Map(former.map(({ id, images }) => [id, images]));
	const notes = deck.notes.map((note) => {
		const images = { ...imagesByNote.get(note.id), ...note.images };
		return Object.keys(images).length === 0 ? note : { ...note, images };
	});
	return { ...deck, notes };
}

/** The notes are the same: a card that is not made of them now is not lost, but not asked for. */
function hideAway(before: Identities, after: Identities): Identities {
	const wereLive = new Set(before.rows.flatMap(({ id, state }) => (state === 'live' ? [id] : [])));
	const rows = after.rows.map((row) =>
		row.state === 'orphan' && wereLive.has(row.id) ? { ...row, state: 'hidden' as const } : row
	);
	return { version: 1, rows };
}
