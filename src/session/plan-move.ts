import type { CardId, DeckId } from '#deck/ids.ts';
import type { DueCard, Library } from '#library/library.ts';
import type { LogEventOf } from '#review-log/log-event.ts';
import { advance } from '#scheduler/advance.ts';
import { readAppSettings } from '#scheduler/app-settings.ts';
import type { CardRecord } from '#scheduler/card-record.ts';
import type { DueChange } from '#scheduler/due-change.ts';
import { flatten } from '#scheduler/flatten.ts';
import { momentNow } from '#scheduler/moment.ts';
import { postpone } from '#scheduler/postpone.ts';
import { readPreset } from '#scheduler/read-preset.ts';
import { reschedule } from '#scheduler/reschedule.ts';
import { takeBreak } from '#scheduler/take-break.ts';
import type { StudyDay } from '#time/study-day.ts';
import type { SessionDeps } from './session-deps.ts';

/** A way to move many due dates at once (scheduling rules 4.12 and 4.14). */
export type DueMove =
	| { readonly kind: 'postpone' | 'advance'; readonly count: number }
	| { readonly kind: 'flatten'; readonly perDay: number }
	/** So many days without reviews, the first of them so many days from today. */
	| { readonly kind: 'break'; readonly inDays: number; readonly days: number }
	/** To where the present options would have put them. */
	| { readonly kind: 'reschedule' };

/** What a move would do; nothing is written yet. */
export interface MovePlan {
	readonly changes: readonly DueChange[];
	readonly cause: LogEventOf<'setDue'>['payload']['cause'];
	/** By how many days the cards move, earlier or later. */
	readonly leastDays: number;
	readonly mostDays: number;
	/** On which the last of them comes. */
	readonly lastDay: StudyDay;
}

/** Nobody moves more at once; the next time takes the rest. */
const mostMoved = 20_000;
/** Cards due later than this are not worth an early review. */
const advanceDays = 30;
const farAhead = 36_500;
/** Cards of a break are spread over so many days before and after it, as the break is long. */
const spread = { least: 2, most: 7 };

/** @param deckIds undefined: all decks */
export async function planMove(
	{ library, scheduler, clock }: Pick<SessionDeps, 'library' | 'scheduler' | 'clock'>,
	deckIds: readonly DeckId[] | undefined,
	move: DueMove
): Promise<MovePlan> {
	const settings = await library.settings();
	const { day: today } = momentNow(clock, readAppSettings(settings).rolloverHour);
	const due = await dueCards(library, untilDay(move, today), deckIds);
	const records = due.map(({ record }) => record);
	const preset = readPreset(settings, deckIds?.length === 1 ? deckIds[0] : undefined);
	const context = { scheduler, preset, today };
	switch (move.kind) {
		case 'postpone':
			return toPlan(postpone(records, move.count, context).changes, 'postpone', today);
		case 'advance':
			return toPlan(advance(records, move.count, context).changes, 'advance', today);
		case 'flatten': {
			const dueCounts = await library.dueCounts(today + 1, today + 365);
			const changes = flatten(records, { scheduler, today, perDay: move.perDay, dueCounts });
			return toPlan(changes, 'postpone', today);
		}
		case 'break':
			return toPlan(await breakChanges(library, records, move, today), 'reschedule', today);
		case 'reschedule': {
			const changes = Array.from(byDeck(due), ([deckId, own]) =>
				reschedule(own, { scheduler, preset: readPreset(settings, deckId), today })
			);
			return toPlan(changes.flat(), 'reschedule', today);
		}
	}
}

function untilDay(move: DueMove, today: StudyDay): StudyDay {
	switch (move.kind) {
		case 'postpone':
		case 'flatten':
			return today;
		case 'advance':
			return today + advanceDays;
		case 'break':
			return today + move.inDays + move.days - 1;
		case 'reschedule':
			return today + farAhead;
	}
}

async function dueCards(
	library: Library,
	until: StudyDay,
	deckIds: readonly DeckId[] | undefined
): Promise<readonly DueCard[]> {
	const due = await library.reviewsDue(until, mostMoved);
	return due.filter(({ deckId }) => deckIds?.includes(deckId) ?? true);
}

async function breakChanges(
	library: Library,
	records: readonly CardRecord[],
	{ inDays, days }: Extract<DueMove, { kind: 'break' }>,
	today: StudyDay
): Promise<readonly DueChange[]> {
	const from = today + inDays;
	const to = from + days - 1;
	const spreadDays = Math.min(Math.max(days, spread.least), spread.most);
	const dueCounts = await library.dueCounts(Math.max(today, from - spreadDays), to + spreadDays);
	return takeBreak(records, { today, from, to, spreadDays, dueCounts });
}

function byDeck(due: readonly DueCard[]): ReadonlyMap<DeckId, readonly CardRecord[]> {
	const groups = new Map<DeckId, CardRecord[]>();
	for (const { deckId, record } of due) {
		const group = groups.get(deckId);
		if (group === undefined) groups.set(deckId, [record]);
		else group.push(record);
	}
	return groups;
}

function toPlan(changes: readonly DueChange[], cause: MovePlan['cause'], today: StudyDay): MovePlan {
	// What is overdue would be asked today: it moves from today.
	const shifts = changes.map(({ from, to }) => Math.abs(to - Math.max(from, today)));
	return {
		changes,
		cause,
		leastDays: shifts.reduce((least, shift) => Math.min(least, shift), Infinity),
		mostDays: shifts.reduce((most, shift) => Math.max(most, shift), 0),
		lastDay: changes.reduce((last, { to }) => Math.max(last, to), today)
	};
}

/** Cards of a deck that have been learnt: those that forgetting it makes new again. */
export async function seenCards(library: Library, deckId: DeckId): Promise<readonly CardId[]> {
	const ids: CardId[] = [];
	for await (const cards of library.eachCard(deckId)) {
		for (const { card, record } of cards) {
			if (record !== undefined && record.state.kind !== 'new') ids.push(card.id);
		}
	}
	return ids;
}
