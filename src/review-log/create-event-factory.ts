import type { CardId } from '#deck/ids.ts';
import type { Clock } from '#time/clock.ts';
import { studyDayAt } from '#time/study-day.ts';
import { eventId } from './event-id.ts';
import type { DeviceId, EventPayloads, EventType, LogEventOf } from './log-event.ts';

export interface EventFactory {
	/**
	 * A new event, stamped with now, here and this device.
	 * @param knownHlc greatest hlc known for the card (`record.last?.hlc`); for settings, of the setting events
	 */
	create<Type extends EventType>(
		type: Type,
		cardId: CardId | '',
		payload: EventPayloads[Type],
		knownHlc?: number
	): LogEventOf<Type>;
}

export interface EventFactoryOptions {
	readonly deviceId: DeviceId;
	readonly clock: Clock;
	/** Cryptographic randomness: ids must never meet. */
	readonly randomBytes: (count: number) => Uint8Array;
	readonly rolloverHour: number;
}

/** Makes the log events of one device. Each is ordered after all that is known of its card, even by a clock that is behind. */
export function createEventFactory(options: EventFactoryOptions): EventFactory {
	const { deviceId, clock, randomBytes, rolloverHour } = options;
	// What this factory made itself may not be in the caller's record yet.
	const greatestHlcs = new Map<CardId | '', number>();
	return {
		create(type, cardId, payload, knownHlc = -Infinity) {
			const at = clock.now();
			const hlc = Math.max(at, knownHlc + 1, (greatestHlcs.get(cardId) ?? -Infinity) + 1);
			greatestHlcs.set(cardId, hlc);
			const event = {
				id: eventId(at, randomBytes(10)),
				deviceId,
				cardId,
				type,
				at,
				hlc,
				tzOffset: clock.utcOffsetMinutes(at),
				day: studyDayAt(at, clock, rolloverHour),
				payload,
				v: 1
			};
			// The one place where an event of a type known only to the caller comes into being.
			return event as unknown as LogEventOf<typeof type>;
		}
	};
}
