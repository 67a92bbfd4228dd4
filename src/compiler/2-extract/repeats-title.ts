import type { Title } from './title.ts';

/**
 * A statement says again what its title says, in other order or with other little words: nothing to ask about.
 *
 *     <summary>並非可以完全只使用 docker build 取代 buildx</summary>
 *     - 但是並非可以完全使用 `docker build` 來代替 `docker buildx build` ！！
 */
export function repeatsTitle(statement: string, title: Title): boolean {
	const said = pairsOf(statement);
	if (said.length < minPairs) return false;
	const known = new Set(pairsOf(title.text));
	return said.filter((pair) => known.has(pair)).length >= said.length * enough;
}

/** Characters two by two, without blanks and marks: works for Chinese as for English. */
function pairsOf(text: string): string[] {
	const plain = text.toLowerCase().replace(/[\s\p{P}]/gu, '');
	return Array.from({ length: Math.max(plain.length - 1, 0) }, (_, at) => plain.slice(at, at + 2));
}

/** A short statement has its words in common with its title by chance. */
const minPairs = 12;
/** Share of the statement's pairs that the title has. */
const enough = 0.75;
