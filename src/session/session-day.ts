import type { DeckId } from '#deck/ids.ts';
import type { Library } from '#library/library.ts';
import type { LogEvent } from '#review-log/log-event.ts';
import type { CardRecord } from '#scheduler/card-record.ts';
import { balancedDay } from '#scheduler/load-balance.ts';
import { defaultPreset, type Preset } from '#scheduler/preset.ts';
import { orderReviews } from '#scheduler/review-order.ts';
import type { Moment, RatingPreviews, Scheduler } from '#scheduler/scheduler.ts';
import { seededRandom } from '#scheduler/seeded-random.ts';
import type { Clock } from '#time/clock.ts';
import type { StudyDay } from '#time/study-day.ts';
import type { BudgetedQueue } from './budget-queue.ts';
import { buildQueue, type Queue } from './build-queue.ts';
import { cramPreviews, cramQueue } from './cram.ts';
import { dayCapacity } from './day-capacity.ts';
import { gatherCards, readDueCounts, type Gathered } from './gather-cards.ts';
import { minutesLeft } from './minutes-left.ts';
import type { QueueCard } from './queue-card.ts';
import type { SessionScope } from './scope.ts';
import type { ComingDeps } from './session-deps.ts';
import type { ShownCard } from './shown-card.ts';

interface Deps {
	readonly library: Library;
	readonly scheduler: Scheduler;
	readonly clock: Clock;
}

/** One study day as a session found it: its queue, options, and what is due on the days to come. */
export class SessionDay {
	readonly queue: Queue;
	/** Of one answer; 0 where the session has no budget. */
	readonly expectedSeconds: (card: QueueCard) => number;
	readonly #deps: Deps;
	readonly #scope: SessionScope;
	readonly #gathered: Gathered;
	#dueCounts: Map<StudyDay, number>;

	/** Rejects with a `LibraryError`. What is due is read while the scheduler is being made. */
	static async open(
		{ library, clock, ...coming }: Omit<ComingDeps, 'randomBytes'>,
		scope: SessionScope
	): Promise<SessionDay> {
		const [gathered, scheduler] = await Promise.all([gatherCards(library, clock, scope), coming.scheduler]);
		const deps = { library, clock, scheduler };
		const { queue, expectedSeconds = () => 0 } = await todaysQueue(deps, scope, gathered);
		return new SessionDay(deps, scope, gathered, queue, expectedSeconds);
	}

	private constructor(
		deps: Deps,
		scope: SessionScope,
		gathered: Gathered,
		queue: Queue,
		expectedSeconds: (card: QueueCard) => number
	) {
		this.#deps = deps;
		this.#scope = scope;
		this.#gathered = gathered;
		this.#dueCounts = new Map(gathered.dueCounts);
		this.queue = queue;
		this.expectedSeconds = expectedSeconds;
	}

	get day(): StudyDay {
		return this.#gathered.moment.day;
	}
	/** What the log says of it so far. */
	get events(): readonly LogEvent[] {
		return this.#gathered.events;
	}
	get rolloverHour(): number {
		return this.#gathered.app.rolloverHour;
	}
	get learnAheadMinutes(): number {
		return this.#gathered.app.learnAheadMinutes;
	}

	preset(deckId: DeckId): Preset {
		return this.#gathered.presets.get(deckId) ?? defaultPreset;
	}

	/** What each rating of a card would do now. */
	previews({ record, deckId }: QueueCard, shown: ShownCard, moment: Moment): RatingPreviews {
		if (this.#scope.isCram === true) return cramPreviews;
		const preset = this.preset(deckId);
		const loads = {
			today: moment.day,
			dueCounts: this.#dueCounts,
			siblingDueDays: shown.siblingDueDays,
			random: seededRandom(record.cardId, record.reviewMark.count)
		};
		return this.#deps.scheduler.previewRatings(record, moment, preset, balancedDay(loads, preset));
	}

	/** Keeps the counts of due cards true after an answer, without another read. */
	moveDue(before: CardRecord, after: CardRecord): void {
		for (const [{ state }, change] of [[before, -1] as const, [after, 1] as const]) {
			if (state.kind !== 'review') continue;
			this.#dueCounts.set(state.dueDay, Math.max(0, (this.#dueCounts.get(state.dueDay) ?? 0) + change));
		}
	}

	/** After an undo. */
	async readDueCounts(): Promise<void> {
		this.#dueCounts = new Map(await readDueCounts(this.#deps.library, this.day));
	}
}

/** The queue that the scope asks for; with a budget, what each card of it is expected to take. */
async function todaysQueue(
	{ library, scheduler }: Deps,
	scope: SessionScope,
	gathered: Gathered
): Promise<Partial<BudgetedQueue> & { readonly queue: Queue }> {
	if (scope.isCram === true) return { queue: await cramQueue(library, scope) };
	const queue = buildQueue(gathered, (cards) => orderDue(cards, gathered, scheduler));
	const minutes = scope.minutes ?? minutesLeft(gathered);
	if (minutes === undefined) return { queue };
	const { budgetQueue } = await import('./budget-queue.ts');
	return budgetQueue(library, scheduler, gathered.moment, queue, minutes * 60);
}

function orderDue(
	cards: readonly QueueCard[],
	gathered: Gathered,
	scheduler: Scheduler
): readonly QueueCard[] {
	const { presets, moment } = gathered;
	// Decks of one order are asked in it together; where they differ, none of them is given its way.
	const orders = new Set(Array.from(presets.values(), ({ reviewOrder }) => reviewOrder));
	const [order = defaultPreset.reviewOrder] = orders.size === 1 ? orders : [];
	return orderReviews(cards, order, {
		scheduler,
		moment,
		desiredRetention: ({ deckId }) => (presets.get(deckId as DeckId) ?? defaultPreset).desiredRetention,
		capacity: dayCapacity(gathered)
	});
}
