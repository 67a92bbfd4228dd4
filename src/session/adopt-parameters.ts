import type { ParameterSet } from '#scheduler/memory-model.ts';
import { parameterSetKey, parametersInForceKey } from '#scheduler/read-parameter-sets.ts';
import { schedulerFor } from '#scheduler/scheduler-for.ts';
import type { Scheduler } from '#scheduler/scheduler.ts';
import type { ActionDeps } from './act-on-cards.ts';
import { changeSettings } from './change-settings.ts';

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
