import type { LogEvent } from '#review-log/log-event.ts';

/**
 * Events as they are stored in long texts: a JSON array in which every object's names are sorted, so that equal events
 * have equal texts, and equal lists equal digests.
 */
export const eventsToText = (events: readonly LogEvent[]): string => `[${events.map(eventToText).join(',')}]`;

export const textToEvents = (text: string): readonly LogEvent[] => JSON.parse(text) as readonly LogEvent[];

/** The text with more events at its end; '' is a text without any. */
export function appendToText(text: string | undefined, events: readonly LogEvent[]): string {
	if (!text || text === '[]') return eventsToText(events);
	return events.length === 0 ? text : `${text.slice(0, -1)},${events.map(eventToText).join(',')}]`;
}

/** Two texts as one; either may be absent. */
export function joinTexts(first: string | undefined, second: string | undefined): string | undefined {
	if (!first || first === '[]') return second;
	return !second || second === '[]' ? first : `${first.slice(0, -1)},${second.slice(1)}`;
}

const eventToText = (event: LogEvent): string => canonicalJson(event);

/** JSON without spaces, names sorted. */
export function canonicalJson(value: unknown): string {
	if (Array.isArray(value)) return `[${value.map((item) => canonicalJson(item ?? null)).join(',')}]`;
	if (typeof value !== 'object' || value === null) return JSON.stringify(value);
	const members = Object.entries(value)
		.filter(([, member]) => member !== undefined)
		.sort(([a], [b]) => (a < b ? -1 : 1))
		.map(([name, member]) => `${JSON.stringify(name)}:${canonicalJson(member)}`);
	return `{${members.join(',')}}`;
}
