import { onMount } from 'svelte';
import type { DeckSummary } from '#library/library.ts';
import { changeSettings } from '#session/change-settings.ts';
import { comeBackKey, type ComeBackChoice } from '#session/come-back-choice.ts';
import type { ComeBackPlan } from '#session/come-back-plan.ts';
import { summariseToday, type Today } from '#session/today.ts';
import type { StudyDay } from '#time/study-day.ts';
import type { App } from '../app.ts';
import { showBadge } from './show-badge.ts';

type Pace = ComeBackPlan['paces'][number];

interface Shown {
	readonly today: Today;
	readonly decks: readonly DeckSummary[];
}

/** A timer that is set further ahead fires at once. */
const longestTimerMs = 2 ** 31 - 1;

/** What Today shows. Read again when the study day turns, the page comes back, or another tab writes. */
export class TodayView {
	#shown = $state.raw<Shown>();
	#error = $state.raw<unknown>();
	readonly #app: App;
	#turn: ReturnType<typeof setTimeout> | undefined;

	constructor(app: App) {
		this.#app = app;
		void this.load();
		onMount(() => {
			const look = () => {
				if (document.visibilityState === 'visible') void this.load();
			};
			document.addEventListener('visibilitychange', look);
			const unwatch = app.library.watch(look);
			return () => {
				document.removeEventListener('visibilitychange', look);
				unwatch();
				clearTimeout(this.#turn);
			};
		});
	}

	get shown(): Shown | undefined {
		return this.#shown;
	}

	/** Why it could not be read, or a choice not be kept. */
	get error(): unknown {
		return this.#error;
	}

	load = async (): Promise<void> => {
		const { library, clock } = this.#app;
		try {
			const [today, decks] = await Promise.all([summariseToday({ library, clock }), library.decks()]);
			this.#shown = { today, decks };
			this.#error = undefined;
			this.#wakeAt(today.nextDayAt);
			await showBadge(today.dueReviews + today.learning);
		} catch (error) {
			this.#error = error;
		}
	};

	acceptPlan = ({ minutesPerDay, days }: Pace): Promise<void> =>
		this.#decide((day) => ({ from: day, to: day + days - 1, minutesPerDay }));

	changePace = (minutesPerDay: number): Promise<void> =>
		this.#decide((day, plan) => ({ from: plan?.from ?? day, to: plan?.to ?? day, minutesPerDay }));

	/** None for this absence: neither the plan offered nor the one that holds. */
	endPlan = (): Promise<void> => this.#decide((day) => ({ from: day, to: day, minutesPerDay: null }));

	/** Keeps what the person decided after an absence. */
	async #decide(choose: (day: StudyDay, plan: Today['plan']) => ComeBackChoice): Promise<void> {
		if (this.#shown === undefined) return;
		const { day, plan } = this.#shown.today;
		try {
			await changeSettings(this.#app, { [comeBackKey]: { ...choose(day, plan) } });
		} catch (error) {
			this.#error = error;
			return;
		}
		await this.load();
	}

	/** A timer may fire late (the device slept): the page's coming back looks too. */
	#wakeAt(at: number): void {
		clearTimeout(this.#turn);
		const delayMs = Math.max(1_000, at - this.#app.clock.now());
		this.#turn = setTimeout(() => void this.load(), Math.min(delayMs, longestTimerMs));
	}
}
