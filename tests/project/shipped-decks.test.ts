import { expect, test } from 'vitest';
import { compileDeckSource } from '../../src/compiler-hosts/compile-deck-source.ts';
import { readLockFile } from '../../src/compiler-hosts/lock-file.ts';
import { readDeckSource } from '../../src/compiler-hosts/read-deck-source.ts';

const compile = async (path: string) => {
	const source = readDeckSource(path);
	const identities = readLockFile(source.lockPath);
	return { identities, compilation: await compileDeckSource(source, { ...(identities && { identities }) }) };
};

test.each(['docker.zh-Hant', 'docker.en'])(
	'%s compiles without a warning, and its lockfile knows every card',
	async (name) => {
		const { compilation, identities } = await compile(`decks/${name}`);
		expect(compilation.diagnostics.filter(({ severity }) => severity !== 'info')).toEqual([]);
		expect(compilation.stats.cards).toBeGreaterThanOrEqual(250);
		expect(compilation.stats.cards).toBeLessThanOrEqual(450);
		const known = new Set(identities?.rows.map(({ id }) => id));
		const unknown = compilation.deck.notes.flatMap(({ cards }) => cards.filter(({ id }) => !known.has(id)));
		expect(unknown.map(({ frontText }) => frontText)).toEqual([]);
	}
);

test('the two languages of the Docker deck ask the same, card by card', async () => {
	const [chinese, english] = await Promise.all(
		['zh-Hant', 'en'].map((lang) => compile(`decks/docker.${lang}`))
	);
	const places = (deck: typeof chinese) =>
		deck?.compilation.deck.notes.flatMap(({ cards }) =>
			cards.map(({ source }) => `${source.file}:${source.line}`)
		);
	expect(places(chinese)).toEqual(places(english));
});
