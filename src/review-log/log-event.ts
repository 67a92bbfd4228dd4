import type { CardId } from '#deck/ids.ts';
import type { Instant } from '#time/instant.ts';
import type { StudyDay } from '#time/study-day.ts';

/** again 1, hard 2, good 3, easy 4. Persisted: never renumber. */
export type Rating = 1 | 2 | 3 | 4;

/** UUIDv7: unique on every device, and sortable by the time of its making. */
export type EventId = string;
export type DeviceId = string;

/**
 * One fact, immutable and only ever added. The log of all of them is the one truth; whatever else is stored about
 * progress can be deleted and computed again from it.
 */
export type LogEvent = { [Type in EventType]: Envelope<Type> }[EventType];
export type EventType = keyof EventPayloads;
export type LogEventOf<Type extends EventType> = Extract<LogEvent, { type: Type }>;

interface Envelope<Type extends EventType> {
	readonly id: EventId;
	readonly deviceId: DeviceId;
	/** '' where the event is about no card (setting). */
	readonly cardId: CardId | '';
	readonly type: Type;
	/** The device's clock when it happened. */
	readonly at: Instant;
	/** Order key: max(at, the greatest hlc this device knows for the card + 1). */
	readonly hlc: number;
	/** Minutes ahead of UTC where it happened. */
	readonly tzOffset: number;
	/** Study day computed on the device at that moment. */
	readonly day: StudyDay;
	readonly payload: EventPayloads[Type];
	/** Version of the payload's shape. */
	readonly v: 1;
}

/** Persisted names: pinned by a snapshot test. */
export interface EventPayloads {
	readonly review: ReviewPayload;
	/** Tombstone: the target counts as never having happened. An undo of an undo brings it back. */
	readonly undo: { readonly target: EventId };
	/** Forget: the card is new again; what came before no longer counts. */
	readonly reset: { readonly zeroCounts: boolean };
	/** A due day set by hand or by rescheduling; memory is untouched. */
	readonly setDue: {
		readonly dueDay: StudyDay;
		readonly cause: 'set' | 'reschedule' | 'postpone' | 'advance';
	};
	readonly suspend: NoDetail;
	readonly unsuspend: NoDetail;
	/** Hidden until the study day after this event's own. */
	readonly bury: { readonly cause: 'manual' | 'sibling' };
	/** 0 takes the flag away. */
	readonly flag: { readonly flag: number; readonly note?: string };
	/** Overlay on the card's text, in Markdown; null takes a face's overlay away. */
	readonly edit: { readonly front: string | null; readonly back: string | null };
	/** The card continues the reviews of another id. */
	readonly rebind: { readonly from: CardId };
	/** Last writer by (hlc, id) wins. `key` is `app.*`, `deck.ID.*` for an option of one deck, `preset.ID.*` for one that decks share. */
	readonly setting: { readonly key: string; readonly value: SettingValue };
}

export type SettingValue =
	null | boolean | number | string | readonly SettingValue[] | { readonly [name: string]: SettingValue };

export interface ReviewPayload {
	readonly rating: Rating;
	/** From question shown to rating, hidden time left out, at most 60,000. */
	readonly tookMs: number;
	/** cram: asked without any effect on memory or due date. */
	readonly mode: 'normal' | 'cram';
	/** What was shown on the button and applied: whole days, or 0 while in (re)learning. */
	readonly intervalDays: number;
	/** Desired retention in force. */
	readonly desiredRetention: number;
	/** Id of the parameter set in force. */
	readonly parametersId: string;
	/** Seconds until it is asked again while in (re)learning, as applied; absent where intervalDays is not 0. */
	readonly delaySeconds?: number;
	/** Options in force that shape the schedule, where they are not the ones of `baseOptions`. */
	readonly options?: Partial<ReviewOptions>;
	/** Which scheduling events of this card came before, as seen when rating (`CardRecord.reviewMark`). */
	readonly prefix: Mark;
}

/** A set of events: their count, and the XOR of their ids' hashes (16 hexadecimal digits). */
export interface Mark {
	readonly count: number;
	readonly xor: string;
}

/** What a fold must know to schedule a review anew when a merge has put other reviews before it. */
export interface ReviewOptions {
	/** Seconds. */
	readonly learningSteps: readonly number[];
	readonly relearningSteps: readonly number[];
	readonly maximumIntervalDays: number;
	/** Lapses from which a card is a leech; 0 = never. */
	readonly leechThreshold: number;
	/** Intervals and steps are moved a little by chance. */
	readonly isFuzzed: boolean;
}

/** Meant by an event that names no options. Part of the log's format: never change a number. */
export const baseOptions: ReviewOptions = {
	learningSteps: [60, 600],
	relearningSteps: [600],
	maximumIntervalDays: 36_500,
	leechThreshold: 8,
	isFuzzed: true
};

type NoDetail = Readonly<Record<string, never>>;
