import { m } from '#paraglide/messages.js';
import type { DueExplanation } from '#scheduler/explain-due.ts';
import { DAY_MS, SECOND_MS } from '#time/instant.ts';
import type { StudyDay } from '#time/study-day.ts';
import { formatInterval } from '#ui/format-interval.ts';
import { ratingName } from '../browse/rating-name.ts';

type Interval = Extract<DueExplanation, { kind: 'interval' }>;

/** Why a card comes when it comes, sentence by sentence. */
export function whyDue(why: DueExplanation, locale: string): readonly string[] {
	switch (why.kind) {
		case 'new':
			return [m.why_new()];
		case 'step':
			return [m.why_step({ interval: formatInterval(why.delaySeconds * SECOND_MS, locale, 'long') })];
		case 'set':
			return [setBy(why.cause, dayText(why.setOn, locale))];
		case 'interval':
			return [whyInterval(why, locale), ...why.moves.map((move) => whyMoved(move, locale))];
	}
}

/** A study day as the date on which it began. */
export const dayText = (day: StudyDay, locale: string): string =>
	new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone: 'UTC' }).format(day * DAY_MS);

function setBy(cause: Extract<DueExplanation, { kind: 'set' }>['cause'], date: string): string {
	switch (cause) {
		case 'set':
			return m.why_set({ date });
		case 'reschedule':
			return m.why_reschedule({ date });
		case 'postpone':
			return m.why_postpone({ date });
		case 'advance':
			return m.why_advance({ date });
	}
}

const daysText = (days: number, locale: string) => formatInterval(Math.max(days, 0) * DAY_MS, locale, 'long');

const whyInterval = (why: Interval, locale: string) =>
	m.why_interval({
		date: dayText(why.reviewedOn, locale),
		rating: ratingName(why.rating),
		stability: daysText(why.stabilityDays, locale),
		target: new Intl.NumberFormat(locale, { style: 'percent' }).format(why.desiredRetention),
		days: daysText(why.modelDays, locale)
	});

function whyMoved(move: Interval['moves'][number], locale: string): string {
	const to = daysText(move.to, locale);
	if (move.kind === 'minimum') return m.why_minimum({ to });
	if (move.kind === 'maximum') return m.why_maximum({ to });
	const from = daysText(move.from, locale);
	if (move.kind === 'fuzz') return m.why_fuzz({ from, to });
	if (move.kind === 'merge') return m.why_merge({ from, to });
	const [reason] = move.because;
	switch (reason?.kind) {
		case 'siblings':
			return m.why_siblings({ from, to });
		case 'easyDay':
			return m.why_easy_day({ from, to, weekday: weekdayName(reason.weekday, locale) });
		default:
			return m.why_load({ from, to });
	}
}

/** 1970-01-04 was a Sunday. */
const weekdayName = (weekday: number, locale: string) =>
	new Intl.DateTimeFormat(locale, { weekday: 'long', timeZone: 'UTC' }).format((3 + weekday) * DAY_MS);
