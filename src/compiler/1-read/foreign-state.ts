import type { NoteLine } from './note-lines.ts';

/** What another program keeps in a note about one of its cards: read, to be taken over, and never shown. */
export interface ForeignState {
	/** From 0, in the lines given. */
	readonly line: number;
	/** An id that the person's other program knows the card by. */
	readonly anchor: string | undefined;
	/** Schedules in the order of the block's cards. */
	readonly schedules: readonly ForeignSchedule[];
}

export interface ForeignSchedule {
	/** `2025-01-10`. */
	readonly dueOn: string;
	readonly intervalDays: number;
	/** In per cent: 250 is two and a half times. */
	readonly ease: number | undefined;
}

/**
 * Ids and schedules that other programs write into notes.
 *
 *     <!--SR:!2025-01-10,12,250-->     <!--ID: 1650000000001-->     ^1700000000000     card-next-schedule:: 2025-…
 */
export function readForeignState(lines: readonly NoteLine[], text: string): ForeignState[] {
	if (!/<!--|\^|card-next-schedule::/.test(text)) return [];
	return lines.flatMap(({ text: line, isCode }, index): ForeignState[] => {
		if (isCode) return [];
		const anchor = anchorIn(line);
		const schedules = schedulesIn(lines, index);
		return anchor === undefined && schedules.length === 0 ? [] : [{ line: index, anchor, schedules }];
	});
}

const anchorIn = (line: string): string | undefined =>
	/<!--\s*ID:\s*([\w-]{1,64})\s*-->/i.exec(line)?.[1] ??
	/(?:^|\s)\^((?=[a-z0-9-]*\d)[a-z0-9-]{6,64})\s*$/i.exec(line)?.[1];

function schedulesIn(lines: readonly NoteLine[], index: number): ForeignSchedule[] {
	const line = lines[index]?.text ?? '';
	const comment = /<!--SR:([^<>]*)-->/.exec(line)?.[1];
	if (comment !== undefined) {
		return [...comment.matchAll(/!(\d{4}-\d{2}-\d{2}),(\d+(?:\.\d+)?),(\d+)/g)].map((found) => ({
			dueOn: found[1] ?? '',
			intervalDays: Number(found[2]),
			ease: Number(found[3])
		}));
	}
	const dueOn = /^\s*card-next-schedule::\s*(\d{4}-\d{2}-\d{2})/.exec(line)?.[1];
	return dueOn === undefined ? [] : [logseqSchedule(lines, index, dueOn)];
}

/** The properties of a Logseq block stand one below the other. */
function logseqSchedule(lines: readonly NoteLine[], index: number, dueOn: string): ForeignSchedule {
	const near = lines.slice(Math.max(0, index - 5), index + 6).map(({ text }) => text);
	const value = (name: string): number | undefined => {
		const found = near
			.map((line) => new RegExp(`^\\s*${name}::\\s*([\\d.]+)`).exec(line)?.[1])
			.find((one) => one !== undefined);
		return found === undefined ? undefined : Number(found);
	};
	const ease = value('card-ease-factor');
	return {
		dueOn,
		intervalDays: value('card-last-interval') ?? 1,
		ease: ease === undefined ? undefined : Math.round(ease * 100)
	};
}

/** Lines that are properties of a Logseq block, as blank lines: they are no text of the note. */
export function withoutProperties(text: string): string {
	return text.includes('::') ? text.replace(/^[ \t]*(?:card-[a-z-]+|id|collapsed)::[ \t].*$/gm, '') : text;
}
