import type { Identities, IdentityRow } from '#deck/identity.ts';
import type { CardId } from '#deck/ids.ts';
import type { CardDraft, OpenDraft } from '../2-extract/card-draft.ts';
import { fingerprint } from './fingerprint.ts';
import { matchRows } from './match-rows.ts';
import { cardCandidate, openCandidate, type Candidate } from './prints.ts';

export interface IdentifiedDrafts {
	readonly ids: ReadonlyMap<CardDraft | OpenDraft, CardId>;
	/** For the next compile: a row for every card and open point, and for those that are no longer in the notes. */
	readonly identities: Identities;
}

/** Phase 3: every draft gets the id it had, or a new one. */
export function identifyCards(
	drafts: { readonly cards: readonly CardDraft[]; readonly openPoints: readonly OpenDraft[] },
	known: Identities | undefined,
	mintCardId: (() => CardId) | undefined
): IdentifiedDrafts {
	const candidates = [...drafts.cards.map(cardCandidate), ...drafts.openPoints.map(openCandidate)];
	const oldRows = known?.rows ?? [];
	const bound = matchRows(candidates, oldRows);
	const mint = mintCardId ?? newDerivedIds();
	const ids = new Map<CardDraft | OpenDraft, CardId>();
	const rows = candidates.map((candidate): IdentityRow => {
		const id = bound.get(candidate)?.id ?? mint(candidate);
		ids.set(candidate.draft, id);
		return { id, ...candidate.row, state: 'live' };
	});
	return { ids, identities: { version: 1, rows: sortById([...rows, ...orphansOf(oldRows, rows)]) } };
}

/** Rows that no card of this compile has: kept, so that the reviews return when the text does. */
function orphansOf(oldRows: readonly IdentityRow[], rows: readonly IdentityRow[]): IdentityRow[] {
	const live = new Set(rows.map(({ id }) => id));
	return oldRows
		.filter(({ id }) => !live.has(id))
		.map((row) => (row.state === 'orphan' ? row : { ...row, state: 'orphan' }));
}

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
