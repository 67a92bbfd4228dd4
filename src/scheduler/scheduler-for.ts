import type { SettingValue } from '#review-log/log-event.ts';
import { createScheduler } from './create-scheduler.ts';
import { readParameterSets } from './read-parameter-sets.ts';
import type { Scheduler } from './scheduler.ts';

/** The scheduler that the settings ask for: their memory model, with its parameters and those of earlier reviews. */
export const schedulerFor = (settings: ReadonlyMap<string, SettingValue>): Scheduler =>
	createScheduler(readParameterSets(settings));
