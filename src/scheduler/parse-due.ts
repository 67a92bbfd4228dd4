/** First and last day of a choice, counted from today. */
export interface DueChoice {
	readonly fromDays: number;
	readonly toDays: number;
}

/**
 * "When should this card come?" as people write it: `0` today, `5` in five days, `5-7` on a day from the fifth to the
 * seventh. Anki's `5!` is read as `5`: here an interval always runs from the last review to the due day.
 * @returns undefined where it is none of these
 */
export function parseDue(text: string): DueChoice | undefined {
	const [, from, to = from] = /^\s*(\d{1,5})\s*(?:[-–~]\s*(\d{1,5}))?\s*!?\s*$/.exec(text) ?? [];
	if (from === undefined || to === undefined) return undefined;
	const fromDays = Number(from);
	const toDays = Number(to);
	return fromDays <= toDays && toDays <= 36_500 ? { fromDays, toDays } : undefined;
}
