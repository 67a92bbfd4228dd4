import type { LogEvent, SettingValue } from '#review-log/log-event.ts';
import type { ParameterSet } from '#scheduler/memory-model.ts';
import { parameterSetKey, parametersInForceKey } from '#scheduler/read-parameter-sets.ts';
import { schedulerFor } from '#scheduler/scheduler-for.ts';
import type { Scheduler } from '#scheduler/scheduler.ts';
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

/**
 * Puts another parameter set into force and computes every card's memory anew. Due dates stay: `reschedule` moves them,
 * where the person wants that.
 */
export async function adoptParameters(
	deps: ActionDeps,
	{ id, model, values }: ParameterSet
): Promise<Scheduler> {
	await changeSettings(deps, { [parameterSetKey(id)]: { model, values }, [parametersInForceKey]: id });
	const scheduler = schedulerFor(await deps.library.settings());
	await deps.library.rebuild(scheduler);
	return scheduler;
}
