/** What a person has done on a card before rating it; kept with the session's place, as text. */
export interface Draft {
	/** Hints taken. */
	readonly hints: number;
	/** The interaction's own: what was typed, ticked or put in order. */
	readonly own: string;
}

export function readDraft(text: string): Draft {
	const separator = text.indexOf(':');
	const hints = Number(text.slice(0, Math.max(separator, 0)));
	return Number.isInteger(hints) && hints >= 0
		? { hints, own: text.slice(separator + 1) }
		: { hints: 0, own: '' };
}

export const writeDraft = ({ hints, own }: Draft): string =>
	hints === 0 && own === '' ? '' : `${hints}:${own}`;
