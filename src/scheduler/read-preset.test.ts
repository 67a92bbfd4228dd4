import { describe, expect, it } from 'vitest';
import type { DeckId } from '#deck/ids.ts';
import type { SettingValue } from '#review-log/log-event.ts';
import { appSettingKeys, defaultAppSettings, readAppSettings } from './app-settings.ts';
import { defaultPreset, type Preset } from './preset.ts';
import { parameterSetKey, parametersInForceKey, readParameterSets } from './read-parameter-sets.ts';
import { deckOptionKey, presetOptionKey, readPreset } from './read-preset.ts';
import { schedulerFor } from './scheduler-for.ts';

const deck = 'd1' as DeckId;
const read = (settings: Readonly<Record<string, SettingValue>>) =>
	readPreset(new Map(Object.entries(settings)), deck);

describe('readPreset', () => {
	it('keeps the defaults', () => {
		expect(read({})).toEqual(defaultPreset);
		expect(defaultPreset).toMatchInlineSnapshot(`
			{
			  "buryLearningSiblings": true,
			  "buryNewSiblings": true,
			  "buryReviewSiblings": true,
			  "desiredRetention": 0.9,
			  "easyDays": {
			    "0": "normal",
			    "1": "normal",
			    "2": "normal",
			    "3": "normal",
			    "4": "normal",
			    "5": "normal",
			    "6": "normal",
			  },
			  "granularity": "auto",
			  "isFuzzed": true,
			  "isLoadBalanced": true,
			  "isNewApart": false,
			  "isParentFirst": true,
			  "learningSteps": [
			    60,
			    600,
			  ],
			  "leechAction": "show",
			  "leechThreshold": 8,
			  "maximumIntervalDays": 36500,
			  "minutesPerDay": null,
			  "newOrder": "note",
			  "newPerDay": 20,
			  "relearningSteps": [
			    600,
			  ],
			  "reviewOrder": "auto",
			  "reviewsPerDay": 9999,
			}
		`);
	});

	it("takes the deck's own option before that of all decks", () => {
		expect([deckOptionKey(deck, 'newPerDay'), presetOptionKey('newPerDay')]).toEqual([
			'deck.d1.newPerDay',
			'app.preset.newPerDay'
		]);
		const both = { 'app.preset.newPerDay': 5, 'deck.d1.newPerDay': 7, 'deck.d2.newPerDay': 9 };
		expect(read(both).newPerDay).toBe(7);
		expect(read({ ...both, 'deck.d1.newPerDay': null }).newPerDay).toBe(5);
	});

	it.each<[keyof Preset, SettingValue, Preset[keyof Preset]]>([
		['desiredRetention', 0.8, 0.8],
		['desiredRetention', 0.2, 0.7],
		['desiredRetention', 1, 0.99],
		['desiredRetention', '0.9', 0.9],
		['newPerDay', -3, 0],
		['newPerDay', 7.4, 7],
		['reviewsPerDay', 1e9, 99_999],
		['learningSteps', [30, 600], [30, 600]],
		['learningSteps', [], []],
		['learningSteps', [0], [60, 600]],
		['learningSteps', [60, 'x'], [60, 600]],
		['relearningSteps', 600, [600]],
		['maximumIntervalDays', 0, 1],
		['leechThreshold', 0, 0],
		['leechAction', 'suspend', 'suspend'],
		['leechAction', 'burn', 'show'],
		['reviewOrder', 'random', 'random'],
		['reviewOrder', 'constructor', 'auto'],
		['buryNewSiblings', false, false],
		['buryNewSiblings', 0, true],
		['isLoadBalanced', false, false],
		['granularity', 'atoms', 'atoms'],
		['minutesPerDay', 15, 15],
		['minutesPerDay', 0, null],
		['minutesPerDay', null, null],
		['easyDays', ['minimum', 'normal'], defaultPreset.easyDays],
		[
			'easyDays',
			['minimum', 'normal', 'normal', 'normal', 'normal', 'normal', 'reduced'],
			{ ...defaultPreset.easyDays, 0: 'minimum', 6: 'reduced' }
		]
	])('reads %s of %j as %j', (name, value, option) => {
		expect(read({ [presetOptionKey(name)]: value })[name]).toEqual(option);
	});
});

describe('readAppSettings', () => {
	it('keeps keys and defaults', () => {
		expect([appSettingKeys, defaultAppSettings]).toMatchInlineSnapshot(`
			[
			  {
			    "learnAheadMinutes": "app.learnAheadMinutes",
			    "rolloverHour": "app.rolloverHour",
			  },
			  {
			    "learnAheadMinutes": 20,
			    "rolloverHour": 4,
			  },
			]
		`);
	});

	it.each([
		[23, 23],
		[0, 0],
		[24, 4],
		[3.5, 4],
		['5', 4]
	])('reads a rollover hour of %j as %d', (value, hour) => {
		expect(readAppSettings(new Map([[appSettingKeys.rolloverHour, value]])).rolloverHour).toBe(hour);
	});
});

describe('readParameterSets', () => {
	it('finds the sets and the one in force, and passes over what makes no sense', () => {
		const settings = new Map<string, SettingValue>([
			[parameterSetKey('a'), { model: 'fsrs-6', values: [1, 2] }],
			[parameterSetKey('b'), { model: 'fsrs-99', values: [1] }],
			[parameterSetKey('c'), { model: 'fsrs-6', values: ['x'] }],
			[parameterSetKey('d'), 5],
			[parametersInForceKey, 'a']
		]);
		expect(readParameterSets(settings)).toEqual({
			parameterSets: [{ id: 'a', model: 'fsrs-6', values: [1, 2] }],
			parametersId: 'a'
		});
		expect(schedulerFor(settings).parameters.id).toBe('a');
	});

	it('falls back to the defaults where the set in force is not known', () => {
		expect(schedulerFor(new Map([[parametersInForceKey, 'lost']])).parameters.id).toBe('fsrs-6');
	});
});
