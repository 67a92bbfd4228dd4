import type { DeckId } from '#deck/ids.ts';
import type { EasyDays } from '#scheduler/preset.ts';
import type { RecallCurve } from '#scheduler/recall-curve.ts';
import type { StudyDay } from '#time/study-day.ts';
import { buildBinnedError } from './build-binned-error.ts';
import { buildCalibration, type Calibration } from './build-calibration.ts';
import { buildForecast, type Forecast } from './build-forecast.ts';
import { buildHabits, type Habits } from './build-habits.ts';
import { buildKnowledge, type KnowledgePoint } from './build-knowledge.ts';
import { buildKnown, type Known } from './build-known.ts';
import { buildPace, meanAnswer, type Pace } from './build-pace.ts';
import { buildRetention, type RetentionRow } from './build-retention.ts';
import type { CardFacts } from './card-facts.ts';
import { isInScope, isWholeLibrary, type ChartScope } from './chart-scope.ts';
import type { ReviewTable } from './review-table.ts';
import { selectReviews } from './select-reviews.ts';

/** The numbers of all charts, of one scope. */
export interface Charts {
	/** Has periods of its own. */
	readonly retention: readonly RetentionRow[];
	/** Of the scope's period, as what follows. */
	readonly calibration: Calibration;
	/** RMSE(bins). */
	readonly binnedError: number | null;
	readonly habits: Habits;
	readonly paces: readonly Pace[];
	/** Now, whatever the period, as the forecast. */
	readonly known: Known;
	readonly forecast: Forecast;
	/** Over the period; the last is now. */
	readonly knowledge: readonly KnowledgePoint[];
}

export interface ChartSources {
	readonly table: ReviewTable;
	/** Every card of the library. */
	readonly cards: readonly CardFacts[];
	readonly today: StudyDay;
	readonly easyDaysOf: (deckId: DeckId) => EasyDays;
	readonly recall: RecallCurve;
}

const forecastDays = 30;
const mostPoints = 60;

export function buildCharts(sources: ChartSources, scope: ChartScope): Charts {
	const { table, today, easyDaysOf, recall } = sources;
	const cards = sources.cards.filter((card) => isInScope(card, scope));
	const ids = new Set(cards.map(({ id }) => id));
	// Reviews of cards that are in no deck any more were done all the same, and belong to no part of the library.
	const chosen = isWholeLibrary(scope) ? {} : { cards: ids };
	const from = today - scope.days + 1;
	const rows = selectReviews(table, { ...chosen, from, to: today });
	const kinds = new Map(cards.map(({ id, kind }) => [id, kind]));
	const paces = buildPace(table, rows, (id) => kinds.get(id));
	const known = buildKnown(cards);
	return {
		retention: buildRetention(table, selectReviews(table, { ...chosen, to: today }), today),
		calibration: buildCalibration(table, rows),
		binnedError: buildBinnedError(table, rows),
		habits: buildHabits(table, rows),
		paces,
		known,
		forecast: buildForecast(cards, { today, length: forecastDays, answerMs: meanAnswer(paces), easyDaysOf }),
		knowledge: [
			...buildKnowledge(table, ids, { from, today, mostPoints }, recall),
			{ day: today, seen: cards.filter((card) => card.recall !== null).length, expected: known.expected }
		]
	};
}
