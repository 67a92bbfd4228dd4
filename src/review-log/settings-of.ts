import { liveEvents } from './live-events.ts';
import type { LogEvent, SettingValue } from './log-event.ts';
import { inLogOrder } from './merge-events.ts';

/** Last value of every setting: the last writer in log order wins, so devices agree. Other events are passed over. */
export function settingsOf(events: readonly LogEvent[]): ReadonlyMap<string, SettingValue> {
	const settings = new Map<string, SettingValue>();
	for (const event of liveEvents(inLogOrder(events)).live) {
		if (event.type === 'setting') settings.set(event.payload.key, event.payload.value);
	}
	return settings;
}
