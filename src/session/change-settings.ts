import type { LogEvent, SettingValue } from '#review-log/log-event.ts';
import { writeEvents, type ActionDeps } from './act-on-cards.ts';

/**
 * Gives settings new values, as events of the log, so that all devices agree. Keys: `appSettingKeys`, `presetOptionKey`,
 * `deckOptionKey`, `todayOnlyKey`. null brings the default back.
 */
export const changeSettings = (
	deps: ActionDeps,
	values: Readonly<Record<string, SettingValue>>
): Promise<readonly LogEvent[]> =>
	writeEvents(
		deps,
		Object.entries(values).map(([key, value]) => ({ cardId: '', type: 'setting', payload: { key, value } }))
	);
