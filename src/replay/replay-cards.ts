import type { CardId } from '#deck/ids.ts';
import type { BackupRecord } from '#interchange/backup-format.ts';
import type { LogEvent, SettingValue } from '#review-log/log-event.ts';
import { settingsOf } from '#review-log/settings-of.ts';
import { readAppSettings } from '#scheduler/app-settings.ts';
import type { CardRecord } from '#scheduler/card-record.ts';
import type { CardState } from '#scheduler/card-state.ts';
import { newRecord } from '#scheduler/new-record.ts';
import type { Scheduler } from '#scheduler/scheduler.ts';
import { schedulerFor } from '#scheduler/scheduler-for.ts';
import type { Instant } from '#time/instant.ts';
import { studyDay, studyDayStart, type StudyDay } from '#time/study-day.ts';

/** A card as the app shows it at an instant. Part of the command's contract: never rename a field. */
export interface ReplayedCard {
	readonly id: CardId;
	readonly state: CardState['kind'];
	/** Days; null, as all that follows from reviews, for a new card. */
	readonly stability: number | null;
	readonly difficulty: number | null;
	readonly retrievability: number | null;
	/** ISO 8601. For a review card, when its study day begins. */
	readonly due: string | null;
	readonly intervalDays: number;
	readonly reps: number;
	readonly lapses: number;
	readonly lastReview: string | null;
	readonly suspended: boolean;
	readonly buried: boolean;
}

export interface Replay {
	readonly at: string;
	readonly cards: readonly ReplayedCard[];
	readonly totals: ReplayTotals;
}

export interface ReplayTotals {
	readonly cards: number;
	readonly events: number;
	readonly new: number;
	readonly learning: number;
	readonly review: number;
	readonly relearning: number;
	/** By the end of the study day, neither suspended nor buried. */
	readonly due: number;
	readonly suspended: number;
	readonly buried: number;
	readonly reps: number;
	readonly lapses: number;
}

export interface ReplayMoment {
	readonly at: Instant;
	/** Leave out what happened after `at`. */
	readonly isCutOff: boolean;
	/** Minutes ahead of UTC at an instant. */
	readonly utcOffsetMinutes: (at: Instant) => number;
}

/** Takes a backup's records one by one, then says what became of every card. */
export class CardReplay {
	readonly #moment: ReplayMoment;
	readonly #cardIds = new Set<CardId>();
	readonly #log: LogEvent[] = [];
	readonly #settings = new Map<string, SettingValue>();

	constructor(moment: ReplayMoment) {
		this.#moment = moment;
	}

	add(record: BackupRecord): void {
		if (record.t === 'card') this.#cardIds.add(record.id);
		if (record.t === 'setting') this.#settings.set(record.key, record.value);
		if (record.t === 'event') this.#addEvent(record);
	}

	/** In the order of their ids. */
	finish(): Replay {
		const { at, utcOffsetMinutes } = this.#moment;
		const settings = this.#settingsThen();
		const { rolloverHour } = readAppSettings(settings);
		const scheduler = schedulerFor(settings);
		const clock = { now: () => at, utcOffsetMinutes };
		const view: View = {
			at,
			day: studyDay(at, utcOffsetMinutes(at), rolloverHour),
			startOf: (day) => studyDayStart(day, clock, rolloverHour),
			scheduler
		};
		const records = scheduler.foldLog(this.#log);
		const cards = [...this.#cardIds].sort().map((id) => toReplayed(records.get(id) ?? newRecord(id), view));
		return { at: new Date(at).toISOString(), cards, totals: this.#totals(cards, view) };
	}

	#addEvent(event: LogEvent): void {
		if (this.#moment.isCutOff && event.at > this.#moment.at) return;
		this.#log.push(event);
		if (event.cardId !== '') this.#cardIds.add(event.cardId);
	}

	/** By the log; the values in the file are those of the day it was written, and stand in where the log has none. */
	#settingsThen(): ReadonlyMap<string, SettingValue> {
		const logged = settingsOf(this.#log.filter(({ cardId }) => cardId === ''));
		return this.#moment.isCutOff && logged.size > 0 ? logged : new Map([...this.#settings, ...logged]);
	}

	#totals(cards: readonly ReplayedCard[], view: View): ReplayTotals {
		const count = (isCounted: (card: ReplayedCard) => boolean) => cards.filter(isCounted).length;
		const dayEnd = new Date(view.startOf(view.day + 1)).toISOString();
		return {
			cards: cards.length,
			events: this.#log.length,
			new: count(({ state }) => state === 'new'),
			learning: count(({ state }) => state === 'learning'),
			review: count(({ state }) => state === 'review'),
			relearning: count(({ state }) => state === 'relearning'),
			due: count(({ due, suspended, buried }) => due !== null && due < dayEnd && !suspended && !buried),
			suspended: count(({ suspended }) => suspended),
			buried: count(({ buried }) => buried),
			reps: cards.reduce((total, { reps }) => total + reps, 0),
			lapses: cards.reduce((total, { lapses }) => total + lapses, 0)
		};
	}
}

interface View {
	readonly at: Instant;
	readonly day: StudyDay;
	readonly startOf: (day: StudyDay) => Instant;
	readonly scheduler: Scheduler;
}

function toReplayed(record: CardRecord, { at, day, startOf, scheduler }: View): ReplayedCard {
	const { state } = record;
	const memory = scheduler.describeMemory(record);
	const dueAt = state.kind === 'new' ? null : state.kind === 'review' ? startOf(state.dueDay) : state.dueAt;
	return {
		id: record.cardId,
		state: state.kind,
		stability: rounded(memory?.stabilityDays),
		difficulty: rounded(memory?.difficulty),
		retrievability: rounded(scheduler.retrievability(record, at)),
		due: iso(dueAt),
		intervalDays: state.kind === 'review' ? state.intervalDays : 0,
		reps: record.reps,
		lapses: record.lapses,
		lastReview: state.kind === 'new' ? null : iso(state.lastReviewAt),
		suspended: record.isSuspended,
		buried: record.buriedUntilDay !== null && day < record.buriedUntilDay
	};
}

/** Engines may differ in the last bit of exp and pow. */
const rounded = (value: number | null | undefined) => (value == null ? null : Math.round(value * 1e8) / 1e8);

/** Beyond what a Date can hold (a clock gone mad), the last instant that it can. */
const iso = (at: Instant | null) =>
	at === null ? null : new Date(Math.min(Math.max(at, -8.64e15), 8.64e15)).toISOString();
