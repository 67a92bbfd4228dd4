import type { Compilation } from '#compiler/compilation.ts';

/** The document that `compile --json` prints (docs/compile.md). */
export function toCompileJson(compilation: Compilation): string {
	const { deck, verdicts, diagnostics, stats } = compilation;
	return JSON.stringify(
		{
			deck: { id: deck.id, title: deck.title, lang: deck.lang, version: deck.version },
			cards: deck.notes.flatMap((note) => note.cards),
			openQuestions: deck.notes.flatMap((note) => note.openQuestions),
			blocks: verdicts,
			diagnostics,
			stats
		},
		null,
		'\t'
	);
}
