import type { IdentityRow } from '#deck/identity.ts';
import type { CardDraft, OpenDraft } from '../2-extract/card-draft.ts';
import { fingerprint } from './fingerprint.ts';
import { normaliseText } from './normalise-text.ts';
import { simHash } from './sim-hash.ts';

/** A card or open point of this compile, with what it is compared by. */
export interface Candidate {
	readonly draft: CardDraft | OpenDraft;
	/** The words of the note that it asks about. */
	readonly words: string;
	/** All of its row but the id and the state. */
	readonly row: Omit<IdentityRow, 'id' | 'state'>;
}

export const cardCandidate = (draft: CardDraft): Candidate => {
	const answer = normaliseText(draft.back.text) + [...draft.front.media, ...draft.back.media].join('');
	return {
		draft,
		words: draft.key,
		row: {
			kind: draft.kind,
			file: draft.source.file,
			path: draft.path,
			question: draft.front.text,
			questionPrint: questionPrint(draft.form, draft.key),
			answerPrint: fingerprint(answer),
			answerSimilarity: simHash(answer),
			siblingKey: siblingKeyOf(draft),
			...(draft.anchor !== undefined && { anchor: draft.anchor })
		}
	};
};

/** An open point is a card without an answer: when one is written, it is known by the same question. */
export const openCandidate = (draft: OpenDraft): Candidate => ({
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

/** `GROUP/KEY` of a card: by content, so that a bullet put before others changes nobody's. */
export const siblingKeyOf = (draft: CardDraft): string =>
	`${fingerprint(normaliseText(draft.group))}/${questionPrint(draft.form, draft.key)}`;

const questionPrint = (form: string, text: string): string => fingerprint(`${form}\n${normaliseText(text)}`);
