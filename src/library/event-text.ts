import { canonicalJson } from './canonical-json.ts';
import type { CardId } from '#deck/ids.ts';
import type { LogEvent, LogEventOf, Rating, ReviewPayload } from '#review-log/log-event.ts';

/**
 * Events as they are stored: one JSON array, in which a review (nearly all that a log holds) is an array itself, at half
 * the length of the object, and any other event an object with its names sorted. Equal lists have equal texts, so a
 * digest of the text is one of the events. Part of the log's format: what has been written once must stay readable.
 */
export const eventsToText = (events: readonly LogEvent[]): string => `[${events.map(eventToText).join(',')}]`;

export const textToEvents = (text: string): readonly LogEvent[] =>
	(JSON.parse(text) as readonly StoredEvent[]).map((event) => (isPacked(event) ? unpacked(event) : event));

/** Texts as one. */
export function joinTexts(parts: readonly string[]): string {
	const bodies = parts.map((text) => text.slice(1, -1)).filter((body) => body !== '');
	return `[${bodies.join(',')}]`;
}

/** An event is asked for its text by the log and by its card, one after the other. */
const texts = new WeakMap<LogEvent, string>();

export function eventToText(event: LogEvent): string {
	let text = texts.get(event);
	if (text === undefined) {
		const isPlain = event.type === 'review' && hasKnownFields(event);
		text = isPlain ? JSON.stringify(packed(event)) : canonicalJson(event);
		texts.set(event, text);
	}
	return text;
}

type StoredEvent = LogEvent | PackedReview;

/** `r` for review; another form of it would begin with another letter. */
type PackedReview = [
	form: 'r',
	id: string,
	deviceId: string,
	cardId: CardId | '',
	at: number,
	hlcAfterAt: number,
	tzOffset: number,
	day: number,
	rating: Rating,
	tookMs: number,
	isCram: 0 | 1,
	intervalDays: number,
	desiredRetention: number,
	parametersId: string,
	prefixCount: number,
	prefixXor: string,
	/** Absent where neither is; null where only the options are. */
	delaySeconds?: number | null,
	/** JSON, its names sorted. */
	options?: string
];

const isPacked = (event: StoredEvent): event is PackedReview => Array.isArray(event);

/** A field that this version does not know must not be lost: such an event is stored as it is. */
function hasKnownFields({ payload, ...event }: LogEventOf<'review'>): boolean {
	const { delaySeconds, options, prefix, mode } = payload;
	const optional = Number(delaySeconds !== undefined) + Number(options !== undefined);
	return (
		event.v === knownVersion &&
		knownModes.has(mode) &&
		event.at + (event.hlc - event.at) === event.hlc &&
		Object.keys(event).length === 9 &&
		Object.keys(payload).length === 7 + optional &&
		Object.keys(prefix).length === 2
	);
}

const knownVersion: number = 1;
const knownModes: ReadonlySet<string> = new Set(['normal', 'cram']);

function packed({
	id,
	deviceId,
	cardId,
	at,
	hlc,
	tzOffset,
	day,
	payload
}: LogEventOf<'review'>): PackedReview {
	const { delaySeconds, options, prefix } = payload;
	const review: PackedReview = [
		'r',
		id,
		deviceId,
		cardId,
		at,
		hlc - at,
		tzOffset,
		day,
		payload.rating,
		payload.tookMs,
		payload.mode === 'cram' ? 1 : 0,
		payload.intervalDays,
		payload.desiredRetention,
		payload.parametersId,
		prefix.count,
		prefix.xor
	];
	if (delaySeconds !== undefined || options) review.push(delaySeconds ?? null);
	if (options) review.push(canonicalJson(options));
	return review;
}

function unpacked(review: PackedReview): LogEventOf<'review'> {
	const [, id, deviceId, cardId, at, hlcAfterAt, tzOffset, day, ...rest] = review;
	const [rating, tookMs, isCram, intervalDays, desiredRetention, parametersId, count, xor, ...optional] =
		rest;
	const [delaySeconds = null, options] = optional;
	const payload: ReviewPayload = {
		rating,
		tookMs,
		mode: isCram === 1 ? 'cram' : 'normal',
		intervalDays,
		desiredRetention,
		parametersId,
		prefix: { count, xor },
		...(delaySeconds !== null && { delaySeconds }),
		...(options !== undefined && { options: JSON.parse(options) as NonNullable<ReviewPayload['options']> })
	};
	return { id, deviceId, cardId, type: 'review', at, hlc: at + hlcAfterAt, tzOffset, day, payload, v: 1 };
}
