import type { DeckId } from '#deck/ids.ts';
import type { SettingValue } from '#review-log/log-event.ts';
import type { StudyDay } from '#time/study-day.ts';
import type { LimitOptions } from './day-limits.ts';

/** A deck's limits for one study day: the setting says for which, so it needs no cleaning up. */
export function todayOnly(
	settings: ReadonlyMap<string, SettingValue>,
	deckId: DeckId,
	day: StudyDay
): NonNullable<LimitOptions['today']> {
	const value = settings.get(todayOnlyKey(deckId));
	if (value === null || typeof value !== 'object' || Array.isArray(value)) return {};
	const { day: of, newPerDay, reviewsPerDay } = value as { readonly [name: string]: SettingValue };
	if (of !== day) return {};
	return {
		...(isCount(newPerDay) && { newPerDay }),
		...(isCount(reviewsPerDay) && { reviewsPerDay })
	};
}

/** Its value: `{ day, newPerDay?, reviewsPerDay? }`. */
export const todayOnlyKey = (deckId: DeckId): string => `deck.${deckId}.todayOnly`;

const isCount = (value: SettingValue | undefined): value is number =>
	typeof value === 'number' && Number.isInteger(value) && value >= 0;
