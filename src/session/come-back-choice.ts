import type { SettingValue } from '#review-log/log-event.ts';
import type { Preset } from '#scheduler/preset.ts';
import type { StudyDay } from '#time/study-day.ts';

/** What the person decided after an absence. It ends by itself, so nothing has to be cleaned up. */
export interface ComeBackChoice {
	readonly from: StudyDay;
	/** Last study day on which it holds. */
	readonly to: StudyDay;
	/** null: no plan; it is not offered again for the same absence. */
	readonly minutesPerDay: number | null;
}

/** Key of the setting; its value is a `ComeBackChoice`. Persisted: never rename it. */
export const comeBackKey = 'app.comeBack';

/** The last choice made; undefined where there was none, or it makes no sense. */
export function readComeBack(settings: ReadonlyMap<string, SettingValue>): ComeBackChoice | undefined {
	const value = settings.get(comeBackKey);
	if (value === null || typeof value !== 'object' || Array.isArray(value)) return undefined;
	const { from, to, minutesPerDay = null } = value as { readonly [name: string]: SettingValue };
	if (!Number.isInteger(from) || !Number.isInteger(to)) return undefined;
	const isSound = minutesPerDay === null || (typeof minutesPerDay === 'number' && minutesPerDay > 0);
	return isSound ? { from: from as number, to: to as number, minutesPerDay } : undefined;
}

/** While a plan holds, a day has its minutes and new cards wait; otherwise nothing changes. */
export function comeBackOptions(
	settings: ReadonlyMap<string, SettingValue>,
	day: StudyDay
): Partial<Pick<Preset, 'newPerDay' | 'minutesPerDay'>> {
	const { minutesPerDay = null } = planInForce(settings, day) ?? {};
	return minutesPerDay === null ? {} : { newPerDay: 0, minutesPerDay };
}

export function planInForce(
	settings: ReadonlyMap<string, SettingValue>,
	day: StudyDay
): (ComeBackChoice & { readonly minutesPerDay: number }) | undefined {
	const choice = readComeBack(settings);
	if (choice === undefined || day < choice.from || day > choice.to) return undefined;
	const { minutesPerDay } = choice;
	return minutesPerDay === null ? undefined : { ...choice, minutesPerDay };
}
