import type { DeckId } from '#deck/ids.ts';
import type { SettingValue } from '#review-log/log-event.ts';
import type { Weekday } from '#time/weekday.ts';
import {
	dayLoads,
	defaultPreset,
	granularities,
	leechActions,
	newOrders,
	reviewOrders,
	type EasyDays,
	type Preset
} from './preset.ts';
import { presetOfDeck, type PresetId } from './named-presets.ts';

type Settings = ReadonlyMap<string, SettingValue>;

/**
 * A deck's options: its own (`deck.ID.NAME`), else those of the preset that it uses (`preset.ID.NAME`), else those for all
 * decks (`app.preset.NAME`), else the default. A value that makes no sense (another version wrote it) is passed over, so no
 * setting can stop a review.
 * @param deckId without it, the options for all decks
 */
export function readPreset(settings: Settings, deckId?: DeckId): Preset {
	if (deckId === undefined) return readOptions(settings, []);
	const shared = presetOfDeck(settings, deckId)?.id;
	const own = (name: keyof Preset) => deckOptionKey(deckId, name);
	return readOptions(settings, shared === undefined ? [own] : [own, (name) => namedOptionKey(shared, name)]);
}

/** The options of a preset: its own, else those for all decks, else the default. */
export const readNamedPreset = (settings: Settings, id: PresetId): Preset =>
	readOptions(settings, [(name) => namedOptionKey(id, name)]);

/** @param keys where an option may stand, first come first, before the options for all decks */
function readOptions(settings: Settings, keys: readonly ((name: keyof Preset) => string)[]): Preset {
	const option = <Name extends keyof Preset>(name: Name): Preset[Name] => {
		for (const keyOf of [...keys, presetOptionKey]) {
			const value = readers[name](settings.get(keyOf(name)));
			if (value !== undefined) return value;
		}
		return defaultPreset[name];
	};
	const names = Object.keys(defaultPreset) as (keyof Preset)[];
	return Object.fromEntries(names.map((name) => [name, option(name)])) as unknown as Preset;
}

/** Key of an option of one deck. */
export const deckOptionKey = (deckId: DeckId, name: keyof Preset): string => `deck.${deckId}.${name}`;
/** Key of an option of a preset that decks share. */
export const namedOptionKey = (id: PresetId, name: keyof Preset): string => `preset.${id}.${name}`;
/** Key of an option of all decks that do not have their own. */
export const presetOptionKey = (name: keyof Preset): string => `app.preset.${name}`;

/** Undefined where the value is none, or makes no sense. */
type Reader<Value> = (value: SettingValue | undefined) => Value | undefined;

const whole =
	(least: number, most: number): Reader<number> =>
	(value) =>
		typeof value === 'number' && Number.isFinite(value)
			? Math.min(Math.max(Math.round(value), least), most)
			: undefined;

const oneOf =
	<Name extends string>(names: readonly Name[]): Reader<Name> =>
	(value) =>
		names.find((name) => name === value);

const flag: Reader<boolean> = (value) => (typeof value === 'boolean' ? value : undefined);

const retention: Reader<number> = (value) =>
	typeof value === 'number' && Number.isFinite(value) ? Math.min(Math.max(value, 0.7), 0.99) : undefined;

/** Seconds, at most 100 days each. */
const steps: Reader<readonly number[]> = (value) => {
	if (!Array.isArray(value)) return undefined;
	const seconds = (value as readonly SettingValue[]).filter((step) => typeof step === 'number');
	const isSound = seconds.length === value.length && seconds.every((step) => step >= 1 && step <= 8_640_000);
	return isSound ? seconds : undefined;
};

const easyDays: Reader<EasyDays> = (value) => {
	if (!Array.isArray(value) || value.length !== 7) return undefined;
	const loads = (value as readonly SettingValue[]).map(oneOf(dayLoads));
	if (loads.includes(undefined)) return undefined;
	return Object.fromEntries(loads.entries()) as Record<Weekday, (typeof dayLoads)[number]>;
};

/** 0: no limit, also where the other decks have one. */
const minutes: Reader<number | null> = (value) => {
	if (value === 0) return null;
	return typeof value === 'number' && value > 0 && value <= 1_440 ? value : undefined;
};

const readers: { readonly [Name in keyof Preset]: Reader<Preset[Name]> } = {
	desiredRetention: retention,
	newPerDay: whole(0, 9_999),
	reviewsPerDay: whole(0, 99_999),
	isNewApart: flag,
	learningSteps: steps,
	relearningSteps: steps,
	maximumIntervalDays: whole(1, 36_500),
	leechThreshold: whole(0, 1_000),
	leechAction: oneOf(leechActions),
	reviewOrder: oneOf(reviewOrders),
	newOrder: oneOf(newOrders),
	buryNewSiblings: flag,
	buryReviewSiblings: flag,
	buryLearningSiblings: flag,
	isParentFirst: flag,
	granularity: oneOf(granularities),
	isFuzzed: flag,
	isLoadBalanced: flag,
	easyDays,
	minutesPerDay: minutes
};
