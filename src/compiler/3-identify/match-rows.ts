import type { IdentityRow } from '#deck/identity.ts';
import { isGenericTitle } from '../2-extract/title.ts';
import { contentKey, placeKey, type Candidate } from './prints.ts';
import { similarity } from './sim-hash.ts';

/**
 * Which row of the last compile each candidate is. Rungs, each for the whole collection and one to one:
 *
 * 0. an id that another program wrote beside it
 * 1. same question and answer, anywhere: it was moved
 * 2. same file, titles around it and question: its answer was edited
 * 3. same question anywhere with a similar answer: moved and edited, where one row is clearly the best
 *
 * What no rung binds is new. A question like "其他" binds only together with its place or answer.
 */
export function matchRows(candidates: readonly Candidate[], rows: readonly IdentityRow[]): Matching {
	const matches = new Matches(candidates, rows);
	if (candidates.length === 0 || rows.length === 0) return { bound: matches.bound, guessed: new Set() };
	matches.bindEqual(({ anchor, kind }) => (anchor === undefined ? undefined : `${kind} ${anchor}`));
	matches.bindEqual(contentKey);
	matches.bindEqual(placeKey);
	const certain = new Set(matches.bound.keys());
	matches.bindSimilar();
	return {
		bound: matches.bound,
		guessed: new Set([...matches.bound.keys()].filter((candidate) => !certain.has(candidate)))
	};
}

export interface Matching {
	readonly bound: ReadonlyMap<Candidate, IdentityRow>;
	/** Those bound by likeness alone, the last rung. */
	readonly guessed: ReadonlySet<Candidate>;
}

type Prints = Candidate['row'];

class Matches {
	readonly bound = new Map<Candidate, IdentityRow>();
	#candidates: readonly Candidate[];
	#rows: readonly IdentityRow[];

	constructor(candidates: readonly Candidate[], rows: readonly IdentityRow[]) {
		this.#candidates = candidates;
		// A card that is in the notes keeps its row before one that was taken out claims it.
		this.#rows = [
			...rows.filter(({ state }) => state === 'live'),
			...rows.filter(({ state }) => state !== 'live')
		];
	}

	/** Binds candidates to rows with an equal key; among several, those in the same place first, then in order. */
	bindEqual(key: (prints: Prints) => string | undefined): void {
		const rowsByKey = groupBy(this.#rows, key);
		for (const [shared, candidates] of groupBy(this.#candidates, ({ row }) => key(row))) {
			const rows = rowsByKey.get(shared);
			if (rows === undefined) continue;
			if (candidates.length > 1 || rows.length > 1) this.#bindInPlace(candidates, rows);
			this.#bindInOrder(this.#unboundOf(candidates), this.#freeOf(rows));
		}
		this.#forgetBound();
	}

	/** Binds by question and likeness of the answer, where one row is better than any other by a clear margin. */
	bindSimilar(): void {
		const rowsByQuestion = groupBy(this.#rows, ({ questionPrint }) => questionPrint);
		const pairs = this.#candidates.flatMap((candidate) => {
			if (isGenericTitle(candidate.words)) return [];
			const best = clearBest(candidate, rowsByQuestion.get(candidate.row.questionPrint) ?? []);
			return best === undefined ? [] : [{ candidate, row: best }];
		});
		// Two candidates for one row: neither is clearly the one.
		for (const [, claims] of groupBy(pairs, ({ row }) => row.id)) {
			const [only] = claims;
			if (claims.length === 1 && only !== undefined) this.bound.set(only.candidate, only.row);
		}
		this.#forgetBound();
	}

	#bindInPlace(candidates: readonly Candidate[], rows: readonly IdentityRow[]): void {
		for (const sameness of [placeKey, ({ file }: Prints) => file]) {
			const rowsByPlace = groupBy(this.#freeOf(rows), sameness);
			for (const [place, here] of groupBy(this.#unboundOf(candidates), ({ row }) => sameness(row))) {
				this.#bindInOrder(here, rowsByPlace.get(place) ?? []);
			}
		}
	}

	#bindInOrder(candidates: readonly Candidate[], rows: readonly IdentityRow[]): void {
		candidates.forEach((candidate, index) => {
			const row = rows[index];
			if (row === undefined) return;
			this.bound.set(candidate, row);
			this.#taken.add(row.id);
		});
	}

	readonly #taken = new Set<string>();
	#freeOf = (rows: readonly IdentityRow[]): IdentityRow[] => rows.filter(({ id }) => !this.#taken.has(id));
	#unboundOf = (candidates: readonly Candidate[]): Candidate[] =>
		candidates.filter((candidate) => !this.bound.has(candidate));

	#forgetBound(): void {
		for (const { id } of this.bound.values()) this.#taken.add(id);
		this.#rows = this.#freeOf(this.#rows);
		this.#candidates = this.#unboundOf(this.#candidates);
	}
}

/** Enough alike to be the same card edited (identity.md, C.3). */
const minimumSimilarity = 0.5;
const minimumMargin = 0.1;

function clearBest(candidate: Candidate, rows: readonly IdentityRow[]): IdentityRow | undefined {
	const scored = rows
		.map((row) => ({ row, score: similarity(row.answerSimilarity, candidate.row.answerSimilarity) }))
		.sort((a, b) => b.score - a.score);
	const [best, second] = scored;
	if (best === undefined || best.score < minimumSimilarity) return undefined;
	return second !== undefined && best.score - second.score < minimumMargin ? undefined : best.row;
}

/** Items by key; those without one are left out. */
function groupBy<T>(items: readonly T[], key: (item: T) => string | undefined): Map<string, T[]> {
	const groups = new Map<string, T[]>();
	for (const item of items) {
		const shared = key(item);
		if (shared === undefined) continue;
		const group = groups.get(shared);
		if (group === undefined) groups.set(shared, [item]);
		else group.push(item);
	}
	return groups;
}
