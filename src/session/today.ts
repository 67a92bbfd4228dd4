import type { Library } from '#library/library.ts';
import type { Clock } from '#time/clock.ts';
import type { Instant } from '#time/instant.ts';
import type { StudyDay } from '#time/study-day.ts';
import { buildQueue } from './build-queue.ts';
import { planInForce, readComeBack, type ComeBackChoice } from './come-back-choice.ts';
import { estimatedMinutes } from './estimated-minutes.ts';
import { gatherCards } from './gather-cards.ts';
import { minutesLeft } from './minutes-left.ts';
import type { SessionScope } from './scope.ts';
import { planComeBack } from './plan-come-back.ts';
import type { ComeBackPlan } from './come-back-plan.ts';
import { countCards, startSession } from './session.ts';
import { streakDays } from './streak.ts';

/** What the first page says. Counts are of what will be asked: limits and siblings are taken into account. */
export interface Today {
	readonly day: StudyDay;
	readonly dueReviews: number;
	readonly learning: number;
	readonly new: number;
	readonly estimatedMinutes: number;
	readonly streakDays: number;
	/** Reviews done. */
	readonly doneToday: number;
	/** After days without a review, when more is due than the day has room for, and nothing was decided yet. */
	readonly comeBack: ComeBackPlan | undefined;
	/** What was decided, while it holds. */
	readonly plan: ReturnType<typeof planInForce>;
	/** Of the minutes a day; undefined where there is no limit. */
	readonly minutesLeft: number | undefined;
	/** Reviews that become due tomorrow, as things stand. */
	readonly dueTomorrow: number;
	/** When the next study day begins. */
	readonly nextDayAt: Instant;
	/** Reviews on each of the last seven study days, the last one today. */
	readonly week: readonly { readonly day: StudyDay; readonly reviews: number }[];
}

/** Costs what is due, not what there is: no whole log, no whole deck is read. */
export async function summariseToday(
	{ library, clock }: { readonly library: Library; readonly clock: Clock },
	scope: SessionScope = {}
): Promise<Today> {
	const gathered = await gatherCards(library, clock, scope);
	const { dueCounts, settings } = gathered;
	const { day, nextDayAt } = gathered.moment;
	const [streak, totals] = await Promise.all([streakDays(library, day), library.dayTotals(day - 6, day)]);
	const counts = countCards(startSession(buildQueue(gathered, (cards) => cards)));
	const reviewsOn = (of: StudyDay) => totals.get(of)?.reviews ?? 0;
	return {
		day,
		dueReviews: counts.review,
		learning: counts.learning,
		new: counts.new,
		estimatedMinutes: estimatedMinutes(counts, gathered.habit),
		streakDays: streak,
		doneToday: reviewsOn(day),
		comeBack: undecided(await planComeBack(library, gathered), readComeBack(settings), day),
		plan: planInForce(settings, day),
		minutesLeft: minutesLeft(gathered),
		dueTomorrow: dueCounts.get(day + 1) ?? 0,
		nextDayAt,
		week: Array.from({ length: 7 }, (_, index) => ({
			day: day - 6 + index,
			reviews: reviewsOn(day - 6 + index)
		}))
	};
}

/** Not offered twice for one absence, nor where no pace would ever catch up. */
function undecided(
	plan: ComeBackPlan | undefined,
	choice: ComeBackChoice | undefined,
	day: StudyDay
): ComeBackPlan | undefined {
	if (plan === undefined || plan.paces.length === 0) return undefined;
	const lastReviewDay = day - 1 - plan.daysAway;
	return choice !== undefined && choice.from > lastReviewDay ? undefined : plan;
}
