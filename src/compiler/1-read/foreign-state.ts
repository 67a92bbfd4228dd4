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
 *     <!--SR:!2025-01-10,12,250-->     <!--SR:!fsrs,2025-01-10T08:00:00.000Z,12,11.9,5.2,…-->     card-next-schedule:: 2025-…
 *     <!--ID: 1650000000001-->     ^1700000000000
 */
export function readForeignState(lines: readonly NoteLine[], text: string): ForeignState[] {
	if (!/<!--|\^|card-next-schedule::/.test(text)) return [];
	return lines.flatMap(({ text: line, isCode }, index): ForeignState[] => {
		if (isCode) return [];
		const anchor = anchorIn(line);
		const schedules = schedulesIn(lines, index);
		// A callout for a schedule begins in the line after the card, as a comment would.
		const at = calloutHead.test(lines[index - 1]?.text ?? '') ? index - 1 : index;
		return anchor === undefined && schedules.length === 0 ? [] : [{ line: at, anchor, schedules }];
	});
}

const calloutHead = /^\s*>\s*\[!sr\|card-metadata\]\s*$/;

const anchorIn = (line: string): string | undefined =>
	/<!--\s*ID:\s*([\w-]{1,64})\s*-->/i.exec(line)?.[1] ??
	/(?:^|\s)\^((?=[a-z0-9-]*\d)[a-z0-9-]{6,64})\s*$/i.exec(line)?.[1];

function schedulesIn(lines: readonly NoteLine[], index: number): ForeignSchedule[] {
	const line = lines[index]?.text ?? '';
	const comment = /<!--SR:([^<>]*)-->/.exec(line)?.[1];
	if (comment !== undefined) {
		// By FSRS, what follows the interval is a stability, and there is no ease.
		return [
			...comment.matchAll(/!(fsrs,)?(\d{4}-\d{2}-\d{2})(?:T[\d:.]*Z?)?,(\d+(?:\.\d+)?),(\d+(?:\.\d+)?)/g)
		].map(([, fsrs, dueOn = '', intervalDays, ease]) => ({
			dueOn,
			intervalDays: Number(intervalDays),
			ease: fsrs === undefined ? Number(ease) : undefined
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

/**
 * The callout in which Obsidian's spaced repetition may keep a card's schedule, as blank lines: it is no text of the note.
 *
 *     > [!sr|card-metadata]
 *     > <!--SR:!2025-01-10,12,250-->
 */
export function withoutScheduleCallouts(lines: readonly NoteLine[], text: string): string {
	if (!text.includes('[!sr|card-metadata]')) return text;
	const isHead = (line: NoteLine | undefined) =>
		line !== undefined && !line.isCode && calloutHead.test(line.text);
	const isGone = (line: NoteLine, index: number) =>
		isHead(line) || (isHead(lines[index - 1]) && /^\s*>\s*<!--SR:[^<>]*-->\s*$/.test(line.text));
	return lines.map((line, index) => (isGone(line, index) ? '' : line.text)).join('\n');
}

/** Lines that are properties of a Logseq block, as blank lines: they are no text of the note. */
export function withoutProperties(text: string): string {
	return text.includes('::') ? text.replace(/^[ \t]*(?:card-[a-z-]+|id|collapsed)::[ \t].*$/gm, '') : text;
}
