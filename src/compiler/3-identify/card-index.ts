import type { Candidate } from './prints.ts';

/**
 * Cards by what a learner sees of them, kept from compile to compile: what one changed note adds and takes costs that note
 * alone.
 */
export class CardIndex {
	readonly #candidates = new Map<string, Candidate | readonly Candidate[]>();
	readonly #repeated = new Set<string>();

	add(candidate: Candidate): void {
		if (candidate.row.kind === 'open') return;
		const key = shownKey(candidate);
		const known = this.#candidates.get(key);
		if (known === undefined) this.#candidates.set(key, candidate);
		else {
			this.#candidates.set(key, [...listOf(known), candidate]);
			this.#repeated.add(key);
		}
	}

	remove(candidate: Candidate): void {
		if (candidate.row.kind === 'open') return;
		const key = shownKey(candidate);
		const left = listOf(this.#candidates.get(key) ?? []).filter((one) => one !== candidate);
		const [only] = left;
		if (only === undefined) this.#candidates.delete(key);
		else this.#candidates.set(key, left.length === 1 ? only : left);
		if (left.length < 2) this.#repeated.delete(key);
	}

	/** Cards that stand more than once, each list in no particular order. */
	repeated(): (readonly Candidate[])[] {
		return [...this.#repeated].map((key) => listOf(this.#candidates.get(key) ?? []));
	}
}

const listOf = (entry: Candidate | readonly Candidate[]): readonly Candidate[] =>
	'draft' in entry ? [entry] : entry;

/** Equal for cards that a learner could not tell apart. */
const shownKey = ({ row }: Candidate): string => `${row.answerPrint} ${row.question}`;
