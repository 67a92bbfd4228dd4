import type { IdentityRow } from '#deck/identity.ts';
import type { CardDraft, OpenDraft } from '../2-extract/card-draft.ts';
import { fingerprint } from './fingerprint.ts';
import { normalisedUnits } from './normalise-text.ts';
import { simHash } from './sim-hash.ts';

/** A card or open point of this compile, with what it is compared by. */
export interface Candidate {
	readonly draft: CardDraft | OpenDraft;
	/** The words of the note that it asks about. */
	readonly words: string;
	/** All of its row but the id and the state. */
	readonly row: Omit<IdentityRow, 'id' | 'state'>;
}

/** The candidates of one note: its cards, then its open points. */
export function candidatesOf(drafts: {
	readonly cards: readonly CardDraft[];
	readonly openPoints: readonly OpenDraft[];
}): Candidate[] {
	// Cards of one group stand together: its print is that of the card before.
	let group: string | undefined;
	let groupPrint = '';
	const cards = drafts.cards.map((draft): Candidate => {
		if (draft.group !== group) {
			group = draft.group;
			groupPrint = fingerprint('', normalisedUnits(group));
		}
		return cardCandidate(draft, groupPrint);
	});
	return [...cards, ...drafts.openPoints.map(openCandidate)];
}

function cardCandidate(draft: CardDraft, groupPrint: string): Candidate {
	const { front, back } = draft;
	const question = questionPrint(draft.form, draft.key);
	const media = front.media.length + back.media.length > 0 ? [...front.media, ...back.media].join('') : '';
	const answer = withText(normalisedUnits(back.text), media);
	const prints = {
		kind: draft.kind,
		file: draft.source.file,
		path: draft.path,
		question: front.text,
		questionPrint: question,
		answerPrint: fingerprint('', answer),
		answerSimilarity: simHash(answer),
		// By content, so that a bullet put before others changes nobody's.
		siblingKey: `${groupPrint}/${question}`
	};
	const row = draft.anchor === undefined ? prints : { ...prints, anchor: draft.anchor };
	return { draft, words: draft.key, row };
}

/** An open point is a card without an answer: when one is written, it is known by the same question. */
const openCandidate = (draft: OpenDraft): Candidate => ({
	draft,
	words: draft.text,
	row: {
		kind: 'open',
		file: draft.source.file,
		path: draft.path,
		question: draft.text,
		questionPrint: questionPrint('ask', draft.text),
		answerPrint: '',
		answerSimilarity: '',
		siblingKey: ''
	}
});

function withText(units: Uint16Array, text: string): Uint16Array {
	return text === '' ? units : Uint16Array.from([...units, ...Array.from(text, (one) => one.charCodeAt(0))]);
}

const questionPrint = (form: string, text: string): string => fingerprint(`${form}\n`, normalisedUnits(text));

/** Equal for cards that ask the same and answer the same. */
export const contentKey = ({ questionPrint, answerPrint }: Candidate['row']): string =>
	questionPrint + answerPrint;

/** Equal for questions that stand in the same place. */
export const placeKey = ({ file, path, questionPrint }: Candidate['row']): string =>
	`${file}\n${path.join('\0')}\n${questionPrint}`;
