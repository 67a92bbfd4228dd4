import type { CardKind } from '#deck/card.ts';
import type { DeckId } from '#deck/ids.ts';
import type { DayLoad, EasyDays } from '#scheduler/preset.ts';
import type { StudyDay } from '#time/study-day.ts';
import { weekday } from '#time/weekday.ts';
import type { CardFacts } from './card-facts.ts';

export interface Forecast {
	/** Due before today and not yet asked. */
	readonly backlog: ForecastLoad;
	/** Due on today and each day after it. */
	readonly days: readonly ForecastDay[];
	/** What is known asks for so much a day in the long run: Σ 1 / interval. */
	readonly daily: ForecastLoad;
}

interface ForecastLoad {
	readonly cards: number;
	readonly tookMs: number;
}

export interface ForecastDay extends ForecastLoad {
	readonly day: StudyDay;
	/** Of an easy day: what its weekday should hold, where all decks concerned say so. */
	readonly load: DayLoad;
}

export interface ForecastContext {
	readonly today: StudyDay;
	/** Days from today. */
	readonly length: number;
	/** Milliseconds that an answer takes. */
	readonly answerMs: (kind: CardKind) => number;
	readonly easyDaysOf: (deckId: DeckId) => EasyDays;
}

/** What comes, if nothing new is learnt and nothing forgotten. Suspended cards left out. */
export function buildForecast(
	cards: readonly CardFacts[],
	{ today, length, answerMs, easyDaysOf }: ForecastContext
): Forecast {
	const days = Array.from({ length }, () => ({ cards: 0, tookMs: 0 }));
	const backlog = { cards: 0, tookMs: 0 };
	const daily = { cards: 0, tookMs: 0 };
	const add = (load: { cards: number; tookMs: number }, count: number, kind: CardKind) => {
		load.cards += count;
		load.tookMs += count * answerMs(kind);
	};
	for (const { dueDay, intervalDays, kind } of cards) {
		if (dueDay === null) continue;
		if (intervalDays !== null) add(daily, 1 / Math.max(1, intervalDays), kind);
		const load = dueDay < today ? backlog : days[dueDay - today];
		if (load !== undefined) add(load, 1, kind);
	}
	const easyDays = Array.from(new Set(cards.map(({ deckId }) => deckId)), easyDaysOf);
	return {
		backlog,
		days: days.map((load, ahead) => ({ ...load, day: today + ahead, load: loadOf(today + ahead, easyDays) })),
		daily
	};
}

function loadOf(day: StudyDay, all: readonly EasyDays[]): DayLoad {
	const loads = new Set(all.map((easyDays) => easyDays[weekday(day)]));
	if (loads.size === 0 || loads.has('normal')) return 'normal';
	return loads.has('reduced') ? 'reduced' : 'minimum';
}
