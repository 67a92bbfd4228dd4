import { MINUTE_MS } from '#time/instant.ts';
import type { Gathered } from './gather-cards.ts';

/** What is left of the minutes a day, where every deck asked about has a limit; undefined where one has none. */
export function minutesLeft({ presets, doneMs }: Pick<Gathered, 'presets' | 'doneMs'>): number | undefined {
	const limits = Array.from(presets.values(), ({ minutesPerDay }) => minutesPerDay);
	const known = limits.filter((minutes) => minutes !== null);
	if (known.length === 0 || known.length < limits.length) return undefined;
	return Math.max(0, Math.max(...known) - doneMs / MINUTE_MS);
}
