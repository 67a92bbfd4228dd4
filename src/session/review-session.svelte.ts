/* eslint-disable max-lines -- One machine: each method moves the same private state, and none could be told apart without handing that state about. What needs none of it is in step, kept-draft, next-shown, session-events and session.ts. */
import type { Card } from '#deck/card.ts';
import type { CardRef, LibraryChange, LibraryError, RecordReport } from '#library/library.ts';
import type { EventPayloads, EventType, LogEvent, Rating } from '#review-log/log-event.ts';
import type { CardRecord } from '#scheduler/card-record.ts';
import { pickDay } from '#scheduler/fuzz.ts';
import { momentNow } from '#scheduler/moment.ts';
import type { DueChoice } from '#scheduler/parse-due.ts';
import type { Moment, RatingPreviews } from '#scheduler/scheduler.ts';
import { seededRandom } from '#scheduler/seeded-random.ts';
import { MINUTE_MS, SECOND_MS, type Instant } from '#time/instant.ts';
import { AnswerTimer } from './answer-timer.ts';
import { asLibraryError } from './as-library-error.ts';
import { CardCache } from './card-cache.ts';
import { earlierActions } from './earlier-actions.ts';
import type { GivenAnswer } from './given-answer.ts';
import { KeptDraft } from './kept-draft.svelte.ts';
import { nextShown } from './next-shown.ts';
import { readQueueCard } from './read-queue-card.ts';
import type { SessionScope } from './scope.ts';
import { isAsLeft, readPlace, writePlace } from './session-place.ts';
import * as transitions from './session.ts';
import type { QueueCounts, Session } from './session.ts';
import { SessionDay } from './session-day.ts';
import type { ComingDeps, SessionDeps } from './session-deps.ts';
import { SessionEvents } from './session-events.ts';
import type { ShownCard } from './shown-card.ts';
import type { Step } from './step.ts';

export type SessionPhase = 'question' | 'answer' | 'waiting' | 'finished';

/**
 * A review in progress, as a page shows it: a thin shell round the pure transitions of session.ts. It turns to the next
 * card only when the library has said that the answer is kept; on failure the card stays, `error` says why, and rating
 * again sends the same event.
 */
export class ReviewSession {
	readonly #deps: SessionDeps;
	readonly #scope: SessionScope;
	readonly #cache: CardCache;
	readonly #timer: AnswerTimer;
	readonly #events: SessionEvents;
	#day: SessionDay;
	#session: Session = $state.raw(transitions.startSession({ main: [], learning: [] }));
	#shown: ShownCard | undefined = $state.raw();
	#previews: RatingPreviews | undefined = $state.raw();
	#isSaving = false;
	#isSavingLong = $state(false);
	/** What is being saved; never rejects. */
	#saving: Promise<void> = Promise.resolve();
	#error: LibraryError | undefined = $state.raw();
	#steps: readonly Step[] = $state.raw([]);
	readonly #draft = new KeptDraft(() => void this.#keepPlace());
	/** What was done is kept already, but what comes next could not be read: where to turn to when asked again. */
	#unturned: Session | undefined;
	/** Another tab has written: the queue is built anew at the next turn. */
	#isStale = false;
	/** "I have N minutes": no card is begun that would take longer. */
	readonly #endsAt: Instant | undefined;
	#wake: ReturnType<typeof setTimeout> | undefined;
	#placing: ReturnType<typeof setTimeout> | undefined;
	readonly #unwatch: () => void;

	/** Rejects with a `LibraryError`. */
	static async open(coming: ComingDeps, scope: SessionScope = {}): Promise<ReviewSession> {
		const opening = SessionDay.open(coming, scope);
		const today = opening.then((of) => of.day);
		const [day, left, scheduler] = await Promise.all([
			opening,
			readPlace(coming.library, scope, today),
			coming.scheduler
		]);
		const deps = { ...coming, scheduler };
		const session = new ReviewSession(deps, scope, day);
		const start = transitions.startSession(day.queue);
		const queued = left && [...start.learning, ...start.main].find(({ cardId }) => cardId === left.cardId);
		const place = queued && isAsLeft(left, queued.record) ? left : undefined;
		session.#steps = earlierActions(session.#day.events, deps.library.deviceId).map((events) => ({ events }));
		await session.#turn(transitions.resume(start, place?.cardId));
		if (place === undefined || place.cardId !== session.card?.id) return session;
		session.#draft.turnTo(place.draft ?? '');
		if (place.isAnswerShown) session.showAnswer();
		return session;
	}

	private constructor(deps: SessionDeps, scope: SessionScope, day: SessionDay) {
		this.#deps = deps;
		this.#scope = scope;
		this.#day = day;
		this.#cache = new CardCache(deps.library);
		this.#timer = new AnswerTimer(deps.clock);
		this.#events = new SessionEvents(deps, day.rolloverHour);
		this.#endsAt = scope.minutes === undefined ? undefined : deps.clock.now() + scope.minutes * MINUTE_MS;
		this.#unwatch = deps.library.watch((change) => void this.#otherTabWrote(change));
	}

	get phase(): SessionPhase {
		if (this.#session.current !== undefined) return this.#session.isAnswerShown ? 'answer' : 'question';
		return this.waitingUntil === undefined ? 'finished' : 'waiting';
	}
	get card(): Card | undefined {
		return this.#shown?.card;
	}
	/** Where the card is at home. */
	get place(): CardRef | undefined {
		return this.#session.current;
	}
	get record(): CardRecord | undefined {
		return this.#session.current?.record;
	}
	/** Once the answer is shown. */
	get previews(): RatingPreviews | undefined {
		return this.#previews;
	}
	get isSaving(): boolean {
		return this.#isSaving;
	}
	/** For so long that it should be seen: drawing it at once would delay the next card. */
	get isSavingLong(): boolean {
		return this.#isSavingLong;
	}
	get error(): LibraryError | undefined {
		return this.#error;
	}
	/** Cards left, the one on the screen included. */
	get counts(): QueueCounts {
		return transitions.countCards(this.#session);
	}
	get done(): number {
		return this.#session.done;
	}
	get total(): number {
		const { new: fresh, learning, review } = this.counts;
		return this.done + fresh + learning + review;
	}
	/** When the next step may be asked, while there is nothing else. */
	get waitingUntil(): Instant | undefined {
		return transitions.waitingUntil(this.#session, this.#day.learnAheadMinutes);
	}
	get canUndo(): boolean {
		return this.#steps.length > 0 && !this.#isSavingLong;
	}

	/** What was typed, ticked or put in order on this card: comes back with it, whatever ends the page. */
	get draft(): string {
		return this.#draft.text;
	}
	set draft(draft: string) {
		this.#draft.write(draft);
	}
	/** The ratings given in this session, those taken back left out. */
	get answers(): readonly GivenAnswer[] {
		return this.#steps.flatMap(({ answer }) => answer ?? []);
	}
	get scope(): SessionScope {
		return this.#scope;
	}
	/** Ratings without any effect on memory. */
	get isCram(): boolean {
		return this.#scope.isCram === true;
	}

	showAnswer(): void {
		const { current, isAnswerShown } = this.#session;
		if (current === undefined || isAnswerShown || this.#shown === undefined) return;
		this.#previews = this.#day.previews(current, this.#shown, this.#now());
		this.#session = transitions.reveal(this.#session);
		void this.#keepPlace();
	}

	/** Resolves when the answer is kept and the next card is there, or with `error` set and this card still there. */
	async rate(rating: Rating): Promise<void> {
		const { current } = this.#session;
		const previews = this.#previews;
		if (current === undefined || previews === undefined || this.#isSaving) return;
		if (this.#unturned !== undefined) return this.tick();
		const preset = this.#day.preset(current.deckId);
		const mode = this.#scope.isCram === true ? 'cram' : 'normal';
		const given = { rating, previews, preset, tookMs: this.#timer.elapsedMs, mode } as const;
		const recall = this.#deps.scheduler.retrievability(current.record, this.#now().at);
		const answer = { cardId: current.cardId, kind: current.kind, rating, recall, tookMs: given.tookMs };
		const change = (session: Session, record: CardRecord): Session => {
			this.#events.settle();
			this.#draft.turnTo('');
			this.#day.moveDue(current.record, record);
			const moment = this.#now();
			const { delaySeconds } = previews[rating];
			const cramReturn = delaySeconds === undefined ? null : moment.at + delaySeconds * SECOND_MS;
			const returnsAt = mode === 'cram' ? cramReturn : transitions.returnsAt(record, moment);
			return transitions.answer(session, { record, returnsAt }, ({ deckId }) => this.#day.preset(deckId));
		};
		await this.#commit(this.#events.rate(current.record, given), change, answer);
	}

	/**
	 * Takes the last action back, with the queue exactly as it was; again and again, to the session's beginning and on to
	 * what was done on this device earlier today. What is being saved is saved first.
	 */
	async undo(): Promise<void> {
		const isWaiting = this.#isSaving;
		await this.#saving;
		// What was meant was not saved: the action before it stays.
		if (isWaiting && this.#error !== undefined) return;
		const step = this.#steps.at(-1);
		if (step === undefined || this.#isSaving) return;
		await this.#guard(async () => {
			const report = await this.#deps.library.record(this.#events.undo(step.events));
			this.#events.settle();
			this.#steps = this.#steps.slice(0, -1);
			await this.#restore(step, report);
		});
	}

	readonly suspend = (): Promise<void> => this.#act('suspend', {}, transitions.leave);
	readonly bury = (): Promise<void> => this.#act('bury', { cause: 'manual' }, transitions.leave);
	/** 0 takes the flag away. */
	readonly flag = (flag: number): Promise<void> => this.#act('flag', { flag });
	/** Own words over a face, in Markdown; null leaves the face as the note has it. */
	readonly edit = (front: string | null, back: string | null): Promise<void> =>
		this.#act('edit', { front, back });
	/** Due on a study day of the choice, counted from today. */
	readonly setDue = ({ fromDays, toDays }: DueChoice): Promise<void> => {
		const { day } = this.#now();
		const days = pickDay({ lower: fromDays, upper: toDays }, seededRandom(this.card?.id ?? '', day));
		return this.#act(
			'setDue',
			{ dueDay: day + days, cause: 'set' },
			days > 0 ? transitions.leave : undefined
		);
	};
	/** The card is new again, and comes back as a new card does. */
	readonly forget = (): Promise<void> => this.#act('reset', { zeroCounts: false }, transitions.leave);

	/** Another card first; nothing is written. */
	async skip(): Promise<void> {
		if (this.#session.current === undefined || this.#isSaving) return;
		await this.#guard(() => this.#turn(transitions.skip(this.#session)));
	}

	/** The page is hidden: that is no thinking time, and it may never come back. Resolves when the place is kept. */
	async pause(): Promise<void> {
		this.#timer.pause();
		await this.#keepPlace();
	}

	/** The page is back, or time has passed: a step may be due now, a new study day may have begun. */
	async tick(): Promise<void> {
		this.#timer.resume();
		if (this.#isSaving) return;
		const { current, isAnswerShown } = this.#session;
		const hasDayTurned = this.#now().day !== this.#day.day;
		if (this.#unturned !== undefined) await this.#guard(() => this.#turn(this.#unturned ?? this.#session));
		else if (current === undefined) await this.#guard(() => this.#turn(this.#session));
		else if (hasDayTurned && !isAnswerShown) await this.#guard(() => this.#turn(this.#session));
	}

	/** The page is left. */
	close(): void {
		clearTimeout(this.#wake);
		// It would write over the place of the session that comes next.
		clearTimeout(this.#placing);
		this.#draft.close();
		void this.#keepPlace();
		this.#unwatch();
	}

	#now = (): Moment => momentNow(this.#deps.clock, this.#day.rolloverHour);

	async #keepPlace(): Promise<void> {
		const { current, isAnswerShown } = this.#session;
		const place = {
			cardId: current?.cardId,
			reviews: current?.record.reviewMark.count,
			isAnswerShown,
			day: this.#day.day,
			draft: this.#draft.text
		};
		// A place that cannot be kept costs no answer: the next session begins with the queue's first card.
		await writePlace(this.#deps.library, this.#scope, place).catch(() => undefined);
	}

	/** An action on the card on the screen, which stays there without `change`. */
	async #act<Type extends EventType>(
		type: Type,
		payload: EventPayloads[Type],
		change: (session: Session) => Session = (session) => session
	): Promise<void> {
		const { current } = this.#session;
		if (current === undefined || this.#isSaving || this.#unturned !== undefined) return;
		const event = this.#events.act(current.record, type, payload);
		await this.#commit([event], (session, record) => change(transitions.withRecord(session, record)));
	}

	/** Keeps events of the current card, then turns to what the session has become. */
	async #commit(
		events: readonly LogEvent[],
		change: (session: Session, record: CardRecord) => Session,
		answer?: GivenAnswer
	) {
		const before = this.#session;
		const { current } = before;
		if (current === undefined) return;
		await this.#guard(async () => {
			const { records } = await this.#deps.library.record(events);
			const known = { before, dayBefore: this.#day, draft: this.#draft.text };
			this.#steps = [...this.#steps, { events, known, ...(answer && { answer }) }];
			const record = records.find(({ cardId }) => cardId === current.cardId) ?? current.record;
			const next = change(before, record);
			if (next.current === undefined) await this.#turn(next);
			else this.#session = next;
		});
	}

	/** Yesterday's queue is not brought back, only the card. */
	async #restore({ events, known }: Step, { records }: RecordReport): Promise<void> {
		if (known === undefined) return this.#restoreEarlier(events, records);
		const { before, dayBefore } = known;
		const { current } = before;
		if (current === undefined) return;
		const record = records.find(({ cardId }) => cardId === current.cardId) ?? current.record;
		const restored = transitions.withRecord({ ...before, isAnswerShown: false }, record);
		const isSameQueue = dayBefore === this.#day && this.#now().day === this.#day.day && !this.#isStale;
		this.#unturned = restored;
		if (!isSameQueue) await this.#reload();
		else await this.#day.readDueCounts();
		const rebuilt = transitions.startSession(this.#day.queue, before.done);
		await this.#turn(isSameQueue ? restored : transitions.precede(rebuilt, { ...current, record }));
		this.#draft.turnTo(known.draft);
	}

	/** What an earlier visit did is taken back: its card comes first in a queue built anew. */
	async #restoreEarlier(events: readonly LogEvent[], records: readonly CardRecord[]): Promise<void> {
		await this.#reload();
		const rebuilt = transitions.startSession(this.#day.queue, this.#session.done);
		const [first] = events;
		const card = first?.cardId && (await readQueueCard(this.#deps.library, first.cardId, records));
		await this.#turn(card ? transitions.precede(rebuilt, card) : rebuilt);
	}

	/** To the next card that is there, in a queue built anew where the study day has turned. */
	async #turn(from: Session): Promise<void> {
		this.#unturned = from;
		if (this.#isStale || this.#now().day !== this.#day.day) {
			await this.#reload();
			await this.#show(this.#next(transitions.startSession(this.#day.queue, from.done)));
		} else {
			await this.#show(from.current === undefined ? this.#next(from) : from);
		}
		this.#unturned = undefined;
	}

	/** The next card, if there is time for it. */
	#next(session: Session): Session {
		const { at } = this.#now();
		const next = transitions.turn(session, at, this.#day.learnAheadMinutes);
		const { current } = next;
		if (this.#endsAt === undefined || current === undefined) return next;
		const isTooLong = at + this.#day.expectedSeconds(current) * SECOND_MS > this.#endsAt;
		return isTooLong ? transitions.end(next) : next;
	}

	async #reload(): Promise<void> {
		this.#day = await SessionDay.open(this.#deps, this.#scope);
		this.#isStale = false;
		this.#cache.clear();
	}

	/** Puts a session on the screen once its card is read: usually it was, ahead of time. */
	async #show(session: Session): Promise<void> {
		const { session: next, shown } = await nextShown(session, this.#cache, this.#day, (from) =>
			this.#next(from)
		);
		if (shown?.card.id !== this.#shown?.card.id) this.#draft.turnTo('');
		const isFirst = this.#shown === undefined;
		this.#session = next;
		this.#shown = shown;
		this.#previews = undefined;
		this.#timer.start();
		this.#wakeLater();
		// What was left is answered: coming back there would show its answer.
		if (!isFirst) this.#placing = setTimeout(() => void this.#keepPlace(), paintMs);
		void this.#cache.readAhead(next);
	}

	/** For the next step, or the turn of the day. A timer may fire late (the device slept): `tick` looks at the clock. */
	#wakeLater(): void {
		clearTimeout(this.#wake);
		const { at, nextDayAt } = this.#now();
		const delayMs = Math.max(1_000, Math.min(this.waitingUntil ?? nextDayAt, nextDayAt) - at);
		this.#wake = setTimeout(() => void this.tick(), delayMs);
	}

	async #otherTabWrote(change: LibraryChange): Promise<void> {
		this.#isStale = true;
		const { current, isAnswerShown } = this.#session;
		const isShown =
			current !== undefined && change.kind === 'recorded' && change.cardIds.includes(current.cardId);
		if (this.#isSaving || isAnswerShown || !(isShown || current === undefined)) return;
		await this.#guard(() => this.#turn(transitions.leave(this.#session)));
	}

	/** Runs what may fail. A failure is shown, and the card stays. */
	#guard(action: () => Promise<void>): Promise<void> {
		this.#saving = this.#save(action);
		return this.#saving;
	}

	async #save(action: () => Promise<void>): Promise<void> {
		this.#isSaving = true;
		this.#error = undefined;
		const patience = setTimeout(() => (this.#isSavingLong = true), patienceMs);
		try {
			await action();
		} catch (error) {
			this.#error = asLibraryError(error);
		} finally {
			clearTimeout(patience);
			this.#isSaving = false;
			this.#isSavingLong = false;
		}
	}
}

const patienceMs = 250;
/** The card is drawn first. */
const paintMs = 50;
