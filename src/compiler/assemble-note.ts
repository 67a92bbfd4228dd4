import type { Card, CardKind } from '#deck/card.ts';
import type { Note } from '#deck/deck.ts';
import type { IdentityRow } from '#deck/identity.ts';
import type { CardId, DeckId, NoteId } from '#deck/ids.ts';
import type { CardDraft, OpenDraft } from './2-extract/card-draft.ts';
import { fingerprint } from './3-identify/fingerprint.ts';
import type { CompiledNote } from './compile-note.ts';
import type { ForeignCardSchedule, Verdict } from './compilation.ts';

/** One note of the deck as it is handed out, its cards known by their ids. */
export interface AssembledNote {
	/** Rows it was assembled with: the same ones give the same note. */
	readonly rows: readonly IdentityRow[];
	readonly deckId: DeckId;
	readonly note: Note;
	readonly verdicts: readonly Verdict[];
	readonly schedules: readonly ForeignCardSchedule[];
	readonly cardsByKind: ReadonlyMap<CardKind, number>;
	/** Digest of all that a learner can see of it. */
	readonly print: string;
}

/** Puts a compiled note and the ids of its cards together: `rows` are those of its cards, then of its open points. */
export function assembleNote(
	compiled: CompiledNote,
	rows: readonly IdentityRow[],
	deckId: DeckId
): AssembledNote {
	const noteId = `${deckId}/${compiled.file}` as NoteId;
	const { lang } = compiled;
	const images = [...compiled.imageHashes].flatMap(([address, hash]) =>
		hash === undefined ? [] : [[address, hash] as const]
	);
	const cards = compiled.cards.map((draft, at) => toCard(draft, rows[at], noteId, lang));
	const note: Note = {
		id: noteId,
		file: compiled.file,
		title: compiled.title,
		lang,
		cards,
		openQuestions: compiled.openPoints.map((open, at) =>
			toOpenQuestion(open, rows[cards.length + at], noteId)
		),
		markdown: compiled.markdown,
		...(images.length > 0 && { images: Object.fromEntries(images) })
	};
	return {
		rows,
		deckId,
		note,
		verdicts: toVerdicts(compiled, rows),
		schedules: compiled.cards.flatMap(({ schedule }, at) => {
			const cardId = rows[at]?.id;
			return schedule === undefined || cardId === undefined ? [] : [{ cardId, ...schedule }];
		}),
		cardsByKind: countKinds(cards),
		print: fingerprint([note.file, ...cards.map(printed), ...images.flat()].join('\n'))
	};
}

const printed = ({ id, front, back }: Card): string => `${id}\n${front}\n${back}`;

function toCard(draft: CardDraft, row: IdentityRow | undefined, noteId: NoteId, lang: string): Card {
	if (row === undefined) throw new Error('A card without a row: phase 3 gives every draft one.');
	const { front, back } = draft;
	const card: Card = {
		id: row.id,
		noteId,
		kind: draft.kind,
		path: draft.path,
		frontText: front.text,
		backText: back.text,
		front: front.html,
		back: back.html,
		source: draft.source,
		tags: draft.tags,
		media: front.media.length + back.media.length === 0 ? [] : [...new Set([...front.media, ...back.media])],
		siblingKey: row.siblingKey,
		lang
	};
	return draft.parts === undefined ? card : { ...card, parts: draft.parts };
}

const toOpenQuestion = (open: OpenDraft, row: IdentityRow | undefined, noteId: NoteId) => ({
	id: row?.id ?? '',
	noteId,
	...open
});

function toVerdicts({ cards, verdicts }: CompiledNote, rows: readonly IdentityRow[]): Verdict[] {
	const ids = new Map<CardDraft, CardId>();
	cards.forEach((draft, at) => {
		const id = rows[at]?.id;
		if (id !== undefined) ids.set(draft, id);
	});
	// Parts of one card have the list of its drafts in common, so they have that of its ids in common too.
	let last: readonly CardDraft[] = [];
	let cardIds = noIds;
	return verdicts.map(({ source, block, verdict, reason, cards: drafts }) => {
		if (drafts !== last) {
			last = drafts;
			cardIds = drafts.length === 0 ? noIds : drafts.flatMap((draft) => ids.get(draft) ?? []);
		}
		return { source, block, verdict, reason, cardIds };
	});
}

const noIds: readonly CardId[] = [];

function countKinds(cards: readonly Card[]): ReadonlyMap<CardKind, number> {
	const counts = new Map<CardKind, number>();
	for (const { kind } of cards) counts.set(kind, (counts.get(kind) ?? 0) + 1);
	return counts;
}
