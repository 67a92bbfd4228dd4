import type { SettingValue } from '#review-log/log-event.ts';
import type { SchedulerOptions } from './create-scheduler.ts';
import { modelNames, type ParameterSet } from './memory-model.ts';

const setPrefix = 'app.parameters.';

/** Names the set in force: its value is the set's id. */
export const parametersInForceKey = 'app.parametersInForce';

/** Key of a parameter set; its value is `{ model, values }`. A set is never changed, a better one gets another id. */
export const parameterSetKey = (id: string): string => setPrefix + id;

/** All parameter sets that the settings hold, and which one is in force. One that makes no sense is passed over. */
export function readParameterSets(settings: ReadonlyMap<string, SettingValue>): SchedulerOptions {
	const parameterSets = Array.from(settings).flatMap(([key, value]) =>
		key.startsWith(setPrefix) ? (readSet(key.slice(setPrefix.length), value) ?? []) : []
	);
	const inForce = settings.get(parametersInForceKey);
	return typeof inForce === 'string' ? { parameterSets, parametersId: inForce } : { parameterSets };
}

function readSet(id: string, value: SettingValue): ParameterSet | undefined {
	if (value === null || typeof value !== 'object' || Array.isArray(value)) return undefined;
	const { model, values } = value as { readonly [name: string]: SettingValue };
	const name = modelNames.find((known) => known === model);
	if (name === undefined || !Array.isArray(values)) return undefined;
	const numbers = (values as readonly SettingValue[]).filter((number) => typeof number === 'number');
	return numbers.length === values.length ? { id, model: name, values: numbers } : undefined;
}
