import type { Identities, IdentityRow } from '#deck/identity.ts';
import type { CardId } from '#deck/ids.ts';
import { CardIndex } from './card-index.ts';
import { fingerprint } from './fingerprint.ts';
import { matchRows } from './match-rows.ts';
import type { Candidate } from './prints.ts';
import { replaceRows } from './replace-rows.ts';
import { settleTwins } from './settle-twins.ts';

/** The cards and open points of one note. The same list as last time means: the note did not change. */
export type NoteCandidates = readonly Candidate[];

/** Who is who after a compile. Handed in at the next one, it makes that cost what changed. */
export interface Identification {
	/** Rows of the cards of each note, in the same order. */
	readonly rowsByNote: ReadonlyMap<NoteCandidates, readonly IdentityRow[]>;
	/** For the next compile: a row for every card and open point, and for those that are no longer in the notes. */
	readonly identities: Identities;
	readonly orphans: readonly IdentityRow[];
	/** Orphans that the last compile had as cards. */
	readonly lost: readonly IdentityRow[];
	/** Known again by the question and a similar answer: likely, not certain. */
	readonly rebound: readonly Candidate[];
	/** Knows the cards that ask and answer the same as another. */
	readonly index: CardIndex;
	/** Notes with ids that another program wrote beside their cards. */
	readonly anchored: ReadonlySet<NoteCandidates>;
	/** Ids follow from the content of each note: no rows were known and none will be kept. */
	readonly isDerived: boolean;
}

/**
 * Phase 3: every draft gets the id it had, or a new one. Where `last` is the identification that `known` came from,
 * only cards of notes that changed are looked at; the result is the same.
 *
 * Why it is: a card of an unchanged note finds its row by question, answer and place at the first rung, before a card
 * of another file may claim it. Only an id written beside a card comes earlier, so notes with such ids take part anew.
 */
export function identifyCards(
	notes: readonly NoteCandidates[],
	known: Identities | undefined,
	mintCardId: (() => CardId) | undefined,
	last?: Identification
): Identification {
	const isDerived = known === undefined && mintCardId === undefined;
	const base = last !== undefined && isBase(last, known, isDerived) ? last : undefined;
	const kept = keptNotes(notes, base);
	const changed = notes.filter((note) => !kept.has(note));
	const candidates = changed.flat();
	const left = base === undefined ? (known?.rows ?? []) : rowsLeft(base, kept);
	const { bound, guessed } = matchRows(candidates, isDerived ? [] : left);
	const index = indexOf(candidates, base, kept);
	const mint = mintCardId ?? newDerivedIds(known);
	const ids = new Map<Candidate, CardId>();
	for (const candidate of candidates) ids.set(candidate, bound.get(candidate)?.id ?? mint(candidate));
	if (!isDerived) settleTwins(candidates, ids);

	const rowsByNote = new Map(notes.map((note) => [note, kept.get(note) ?? rowsOf(note, ids)]));
	const orphans = isDerived ? [] : orphansOf(left, new Set(ids.values()));
	const fresh = [...changed.flatMap((note) => rowsByNote.get(note) ?? []), ...orphans].sort(byId);
	const lostIds = new Set(left.flatMap(({ id, state }) => (state === 'live' ? [id] : [])));
	return {
		rowsByNote,
		identities: {
			version: 1,
			rows: base === undefined ? fresh : replaceRows(base.identities.rows, left, fresh)
		},
		orphans,
		lost: orphans.filter(({ id }) => lostIds.has(id)),
		rebound: candidates.filter((one) => guessed.has(one)),
		index,
		// One that has some is never kept.
		anchored: new Set(changed.filter((note) => note.some(({ row }) => row.anchor !== undefined))),
		isDerived
	};
}

const isBase = (last: Identification, known: Identities | undefined, isDerived: boolean): boolean =>
	isDerived ? last.isDerived : last.identities === known;

/** Notes that did not change, with their rows. */
function keptNotes(
	notes: readonly NoteCandidates[],
	base: Identification | undefined
): ReadonlyMap<NoteCandidates, readonly IdentityRow[]> {
	const kept = new Map<NoteCandidates, readonly IdentityRow[]>();
	for (const note of notes) {
		const rows = base?.rowsByNote.get(note);
		if (rows !== undefined && base?.anchored.has(note) === false) kept.set(note, rows);
	}
	return kept;
}

/** Rows that no kept note has, by id: what cards of changed notes may be. */
function rowsLeft(base: Identification, kept: ReadonlyMap<NoteCandidates, unknown>): IdentityRow[] {
	const gone = [...base.rowsByNote].flatMap(([note, rows]) => (kept.has(note) ? [] : rows));
	return [...gone, ...base.orphans].sort(byId);
}

/** The index of this compile: that of the last one, brought up to date. It serves one line of compiles. */
function indexOf(
	candidates: readonly Candidate[],
	base: Identification | undefined,
	kept: ReadonlyMap<NoteCandidates, unknown>
): CardIndex {
	const index = base?.index ?? new CardIndex();
	for (const note of base?.rowsByNote.keys() ?? [])
		if (!kept.has(note)) note.forEach((one) => index.remove(one));
	for (const candidate of candidates) index.add(candidate);
	return index;
}

const rowsOf = (note: NoteCandidates, ids: ReadonlyMap<Candidate, CardId>): IdentityRow[] =>
	note.map((candidate) => rowOf(candidate.row, ids.get(candidate) as CardId));

/** Field by field: a spread would cost more than all the rest of it. */
function rowOf(row: Candidate['row'], id: CardId): IdentityRow {
	const { kind, file, path, question, questionPrint, answerPrint, answerSimilarity, siblingKey, anchor } =
		row;
	return {
		id,
		kind,
		file,
		path,
		question,
		questionPrint,
		answerPrint,
		answerSimilarity,
		siblingKey,
		...(anchor !== undefined && { anchor }),
		state: 'live'
	};
}

/** Rows that no card of this compile has: kept, so that the reviews return when the text does. */
const orphansOf = (rows: readonly IdentityRow[], live: ReadonlySet<CardId>): IdentityRow[] =>
	rows
		.filter(({ id }) => !live.has(id))
		.map((row) => (row.state === 'live' ? { ...row, state: 'orphan' } : row));

const byId = (a: IdentityRow, b: IdentityRow): number => (a.id < b.id ? -1 : Number(a.id > b.id));

/** Ids that follow from the content: the same for the same notes, but lost with any edit. None that a known row has. */
function newDerivedIds(known: Identities | undefined): (candidate: Candidate) => CardId {
	const counts = new Map<string, number>();
	const taken = new Set<string>(known?.rows.map(({ id }) => id));
	return ({ row }) => {
		const content = [row.kind, row.file, ...row.path, row.questionPrint, row.answerPrint].join('\n');
		for (let count = counts.get(content) ?? 0; ; count++) {
			const id = fingerprint(`${content}\n${count}`) as CardId;
			counts.set(content, count + 1);
			if (!taken.has(id)) return id;
		}
	};
}
