import type { SettingValue } from '#review-log/log-event.ts';

/** Settings of the whole app, the same on every device of the person. Keys are persisted: never rename one. */
export interface AppSettings {
	/** Local hour, 0–23, at which the study day turns. */
	readonly rolloverHour: number;
	/** A learning card due within so many minutes is asked early when nothing else is left. */
	readonly learnAheadMinutes: number;
}

export const appSettingKeys: { readonly [Name in keyof AppSettings]: `app.${Name}` } = {
	rolloverHour: 'app.rolloverHour',
	learnAheadMinutes: 'app.learnAheadMinutes'
};

export const defaultAppSettings: AppSettings = { rolloverHour: 4, learnAheadMinutes: 20 };

/** A value that makes no sense is passed over. */
export function readAppSettings(settings: ReadonlyMap<string, SettingValue>): AppSettings {
	const whole = (name: keyof AppSettings, most: number) => {
		const value = settings.get(appSettingKeys[name]);
		const isSound = typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= most;
		return isSound ? value : defaultAppSettings[name];
	};
	return { rolloverHour: whole('rolloverHour', 23), learnAheadMinutes: whole('learnAheadMinutes', 1_440) };
}
