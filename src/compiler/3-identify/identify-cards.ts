import type { Identities, IdentityRow } from '#deck/identity.ts';
import type { CardId } from '#deck/ids.ts';
import { fingerprint } from './fingerprint.ts';
import { matchRows } from './match-rows.ts';
import type { Candidate } from './prints.ts';

export interface IdentifiedCards {
	/** Every candidate's row: the one it had, or a new one. */
	readonly bound: ReadonlyMap<Candidate, IdentityRow>;
	/** For the next compile: a row for every card and open point, and for those that are no longer in the notes. */
	readonly identities: Identities;
	/** Known again by the question and a similar answer: likely, not certain. */
	readonly rebound: readonly Candidate[];
	/** Rows of cards that were in the notes at the last compile. */
	readonly orphaned: readonly IdentityRow[];
}

/**
 * Phase 3: every card and open point gets the id it had, or a new one.
 * @param kept candidates that were compiled before and did not change, with the rows of `known` that they have
 */
export function identifyCards(
	candidates: readonly Candidate[],
	known: Identities | undefined,
	mintCardId: (() => CardId) | undefined,
	kept: ReadonlyMap<Candidate, IdentityRow> = new Map()
): IdentifiedCards {
	const oldRows = known?.rows ?? [];
	const keptRows = new Map(candidates.flatMap((candidate) => rowOf(candidate, kept)));
	const { bound: matched, similar } = matchRows(
		candidates.filter((candidate) => !kept.has(candidate)),
		keptRows.size === 0 ? oldRows : oldRows.filter(({ id }) => !keptRows.has(id))
	);
	const mint = mintCardId ?? newDerivedIds();
	const bound = new Map<Candidate, IdentityRow>();
	for (const candidate of candidates) {
		const row = kept.get(candidate);
		bound.set(
			candidate,
			row ?? { id: matched.get(candidate)?.id ?? mint(candidate), ...candidate.row, state: 'live' }
		);
	}
	const live = new Map([...bound.values()].map((row) => [row.id, row]));
	const gone = oldRows.filter(({ id }) => !live.has(id));
	return {
		bound,
		identities: { version: 1, rows: nextRows(oldRows, live) },
		rebound: similar,
		orphaned: gone.filter(({ state }) => state === 'live')
	};
}

const rowOf = (
	candidate: Candidate,
	kept: ReadonlyMap<Candidate, IdentityRow>
): readonly [string, IdentityRow][] => {
	const row = kept.get(candidate);
	return row === undefined ? [] : [[row.id, row]];
};

/**
 * Rows of all cards, by id. Those that no card of this compile has are kept as orphans, so that the reviews return when
 * the text does.
 */
function nextRows(
	oldRows: readonly IdentityRow[],
	live: ReadonlyMap<CardId, IdentityRow>
): readonly IdentityRow[] {
	const known = new Set(oldRows.map(({ id }) => id));
	const updated = oldRows.map((row) => live.get(row.id) ?? toOrphan(row));
	// The old rows are in order: sorting costs little more than the new ones.
	return sortById([...updated, ...[...live.values()].filter(({ id }) => !known.has(id))]);
}

const toOrphan = (row: IdentityRow): IdentityRow =>
	row.state === 'orphan' ? row : { ...row, state: 'orphan' };

const sortById = (rows: readonly IdentityRow[]): IdentityRow[] =>
	rows.toSorted((a, b) => (a.id < b.id ? -1 : Number(a.id > b.id)));

/** Ids that follow from the content: the same for the same notes, but lost with any edit. */
function newDerivedIds(): (candidate: Candidate) => CardId {
	const counts = new Map<string, number>();
	return ({ row }) => {
		const content = [row.kind, row.file, ...row.path, row.questionPrint, row.answerPrint].join('\n');
		const count = counts.get(content) ?? 0;
		counts.set(content, count + 1);
		return fingerprint(`${content}\n${count}`) as CardId;
	};
}
