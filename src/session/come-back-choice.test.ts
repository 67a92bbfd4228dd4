import { describe, expect, it } from 'vitest';
import type { SettingValue } from '#review-log/log-event.ts';
import { presetOptionKey } from '#scheduler/read-preset.ts';
import { changeSettings } from './change-settings.ts';
import { comeBackKey, comeBackOptions, planInForce, readComeBack } from './come-back-choice.ts';
import { exampleDeps } from './example-library.ts';
import { summariseToday } from './today.ts';

const settings = (value: SettingValue) => new Map([[comeBackKey, value]]);

describe('readComeBack', () => {
	it.each([
		[
			{ from: 3, to: 5, minutesPerDay: 12 },
			{ from: 3, to: 5, minutesPerDay: 12 }
		],
		[
			{ from: 3, to: 3, minutesPerDay: null },
			{ from: 3, to: 3, minutesPerDay: null }
		],
		[{ from: 3, to: 5, minutesPerDay: -1 }, undefined],
		[{ from: 'x', to: 5, minutesPerDay: 1 }, undefined],
		[null, undefined],
		[[3, 5], undefined]
	])('%j', (value, choice) => {
		expect(readComeBack(settings(value))).toEqual(choice);
	});
});

it.each([
	[2, {}],
	[3, { newPerDay: 0, minutesPerDay: 12 }],
	[5, { newPerDay: 0, minutesPerDay: 12 }],
	[6, {}]
])('holds from its first to its last day: %i', (day, options) => {
	const plan = settings({ from: 3, to: 5, minutesPerDay: 12 });
	expect(comeBackOptions(plan, day)).toEqual(options);
	expect(planInForce(plan, day) !== undefined).toBe('minutesPerDay' in options);
});

it('a plan bounds the day and lets new cards wait; after it all is as before', async () => {
	const deps = await exampleDeps(['a', 'b', 'c']);
	const { day } = await summariseToday(deps);
	await changeSettings(deps, { [comeBackKey]: { from: day, to: day, minutesPerDay: 12 } });
	expect(await summariseToday(deps)).toMatchObject({
		new: 0,
		minutesLeft: 12,
		plan: { to: day, minutesPerDay: 12 }
	});
	deps.clock.passDays(1);
	const tomorrow = await summariseToday(deps);
	expect(tomorrow).toMatchObject({ new: 3, plan: undefined });
	expect(tomorrow.minutesLeft).toBeUndefined();
});

it('minutes a day are left as they are where there is no plan', async () => {
	const deps = await exampleDeps(['a']);
	await changeSettings(deps, { [presetOptionKey('minutesPerDay')]: 30 });
	expect(await summariseToday(deps)).toMatchObject({ minutesLeft: 30, plan: undefined });
});
