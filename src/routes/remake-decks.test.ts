import { describe, expect, test } from 'vitest';
import { compileFiles } from '#compiler-hosts/compile-files.ts';
import { mintCardId } from '#compiler-hosts/mint-card-id.ts';
import type { DeckId } from '#deck/ids.ts';
import type { Library } from '#library/library.ts';
import { eventMaker } from '#library/sample-events.ts';
import { deckOptionKey, presetOptionKey } from '#scheduler/read-preset.ts';
import { undoEvents } from '#session/act-on-cards.ts';
import { changeSettings } from '#session/change-settings.ts';
import { exampleDeps } from '#session/example-library.ts';
import { readOrphans } from '#session/orphans.ts';
import type { compileInApp } from './compile-in-app.ts';
import { outdatedDecks } from './compiled-as.ts';
import { remakeDecks } from './remake-decks.ts';

const deckId = 'harbour' as DeckId;
const picture = { hash: 'cat', type: 'image/png', bytes: new Uint8Array([1]) } as never;
const note = `# Harbour

## Mooring

- The bow line runs \`forward\` because the stern swings
- The spring line runs \`aft\` because the bow surges
- The breast line is \`short\` because the gap must stay small
- The stern line is \`long\` because the tide lifts the ship
- A fender is \`soft\` because the quay is hard

- Q: What does a lighthouse look like?

  ![a light](https://a.example/light.png)
`;

const compile: typeof compileInApp = (files, { isDerivingIds: _derived, ...options }) =>
	Promise.resolve(compileFiles(files, options));

async function withDeck() {
	const deps = await exampleDeps();
	const { library } = deps;
	const compilation = compileFiles([{ path: 'harbour.md', bytes: new TextEncoder().encode(note) }], {
		deck: { id: deckId, title: 'Harbour' },
		images: new Map([['https://a.example/light.png', picture]]),
		mintCardId
	});
	await library.installDeck(compilation.deck, {
		origin: 'imported',
		assets: compilation.assets,
		identities: compilation.identities
	});
	const choose = (granularity: string | null) =>
		changeSettings(deps, { [deckOptionKey(deckId, 'granularity')]: granularity });
	return { deps, library, choose, compilation };
}

const idsOf = async (library: Library) => (await library.notes(deckId)).flatMap(({ cardIds }) => cardIds);

describe('granularity of a deck', () => {
	test('changed and changed back: the same cards with the same ids, their reviews and pictures', async () => {
		const { library, choose } = await withDeck();
		const atoms = await idsOf(library);
		const [first] = atoms;
		await library.record([eventMaker().review(first as string)]);
		const record = await library.records(atoms);

		await choose('blocks');
		expect(await remakeDecks(library, compile)).toMatchObject([{ isUnchanged: false }]);
		const blocks = await idsOf(library);
		expect(blocks.length).toBeLessThan(atoms.length);
		expect(blocks).not.toContain(first);
		expect(await library.records(atoms)).toEqual(record);
		expect(await readOrphans(library, deckId)).toEqual([]);
		expect(await remakeDecks(library, compile)).toEqual([]);

		await choose('both');
		await remakeDecks(library, compile);
		expect(await idsOf(library)).toEqual(expect.arrayContaining([...atoms, ...blocks]));

		await choose(null);
		await remakeDecks(library, compile);
		expect(await idsOf(library)).toEqual(atoms);
		expect(await library.records(atoms)).toEqual(record);
		expect((await library.unseen(deckId, 99)).map(({ cardId }) => cardId)).not.toContain(first);
		expect((await library.cards(atoms)).flatMap((card) => card?.media ?? [])).toContain('cat');
		expect(await library.asset('cat' as never)).toBeDefined();
	});

	test('a second change makes the same ids as the first, here and on another device', async () => {
		const here = await withDeck();
		const there = await exampleDeps();
		await there.library.installDeck(here.compilation.deck, {
			origin: 'imported',
			assets: here.compilation.assets,
			identities: here.compilation.identities
		});
		await here.choose('blocks');
		await remakeDecks(here.library, compile);
		const blocks = await idsOf(here.library);
		await here.choose(null);
		await remakeDecks(here.library, compile);
		await here.choose('blocks');
		await remakeDecks(here.library, compile);
		expect(await idsOf(here.library)).toEqual(blocks);

		// The option comes with the log.
		for await (const events of here.library.log()) await there.library.record(events);
		expect(await outdatedDecks(there.library)).toMatchObject([{ granularity: 'blocks' }]);
		await remakeDecks(there.library, compile);
		expect(await idsOf(there.library)).toEqual(blocks);
	});

	test('an option of all decks counts too, and undoing it is a change like any other', async () => {
		const { deps, library } = await withDeck();
		const atoms = await idsOf(library);
		const written = await changeSettings(deps, { [presetOptionKey('granularity')]: 'blocks' });
		await remakeDecks(library, compile);
		expect(await idsOf(library)).not.toEqual(atoms);
		await undoEvents(deps, written);
		await remakeDecks(library, compile);
		expect(await idsOf(library)).toEqual(atoms);
	});

	test('a deck that comes in a new version is made anew with the option in force', async () => {
		const { library, choose, compilation } = await withDeck();
		await choose('blocks');
		await remakeDecks(library, compile);
		const blocks = await idsOf(library);
		const identities = await library.identities(deckId);
		await library.installDeck(
			{ ...compilation.deck, version: 'next' },
			{ origin: 'imported', ...(identities && { identities }) }
		);
		await remakeDecks(library, compile);
		expect(await idsOf(library)).toEqual(blocks);
	});

	test('where a note cannot be compiled, nothing changes', async () => {
		const { library, choose } = await withDeck();
		const atoms = await idsOf(library);
		await choose('blocks');
		const fails: typeof compileInApp = (_files, options) => compile([], options);
		await expect(remakeDecks(library, fails)).rejects.toThrow('harbour');
		expect(await idsOf(library)).toEqual(atoms);
	});
});
