import type { CardId } from '#deck/ids.ts';
import { createEventFactory, type EventFactory } from '#review-log/create-event-factory.ts';
import type { EventPayloads, EventType, LogEvent, LogEventOf } from '#review-log/log-event.ts';
import type { CardRecord } from '#scheduler/card-record.ts';
import type { Answer, Scheduler } from '#scheduler/scheduler.ts';
import type { SessionDeps } from './session-deps.ts';

/** Makes the events that a session writes. */
export class SessionEvents {
	readonly #scheduler: Scheduler;
	readonly #factory: EventFactory;
	/** A rating that could not be kept. */
	#unsaved: LogEventOf<'review'> | undefined;

	constructor({ library, scheduler, clock, randomBytes }: SessionDeps, rolloverHour: number) {
		this.#scheduler = scheduler;
		this.#factory = createEventFactory({ deviceId: library.deviceId, clock, randomBytes, rolloverHour });
	}

	/**
	 * A rating, and the suspension that follows where it makes the card a leech. Until `settle`, every attempt gives the
	 * same event: the first one may have been kept although its failure was reported.
	 */
	rate(record: CardRecord, answer: Answer): readonly LogEvent[] {
		const payload = this.#scheduler.reviewPayload(record, answer);
		const again = this.#unsaved?.cardId === record.cardId ? { ...this.#unsaved, payload } : undefined;
		const review = again ?? this.#factory.create('review', record.cardId, payload, record.last?.hlc);
		this.#unsaved = review;
		if (answer.mode === 'cram' || answer.preset.leechAction !== 'suspend') return [review];
		const next = this.#scheduler.appendEvent(record, review);
		if (next === undefined || !next.isLeech || next.lapses === record.lapses) return [review];
		return [review, this.#factory.create('suspend', record.cardId, {}, review.hlc)];
	}

	/** The rating was kept, or given up. */
	settle(): void {
		this.#unsaved = undefined;
	}

	act<Type extends EventType>(record: CardRecord, type: Type, payload: EventPayloads[Type]): LogEvent {
		// A union of one event type, which TypeScript cannot see through the generic.
		return this.#factory.create(type, record.cardId, payload, record.last?.hlc);
	}

	/** Tombstones for what one action wrote, last event first. */
	undo(events: readonly LogEvent[]): readonly LogEvent[] {
		const knownHlc = Math.max(...events.map(({ hlc }) => hlc));
		return events.toReversed().map(({ id, cardId }) => this.#tombstone(cardId, id, knownHlc));
	}

	#tombstone(cardId: CardId | '', target: string, knownHlc: number): LogEvent {
		return this.#factory.create('undo', cardId, { target }, knownHlc);
	}
}
