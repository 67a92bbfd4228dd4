import { describe, expect, it } from 'vitest';
import type { DeckId } from '#deck/ids.ts';
import { createEventFactory } from '#review-log/create-event-factory.ts';
import type { SettingValue } from '#review-log/log-event.ts';
import { settingsOf } from '#review-log/settings-of.ts';
import { deckPresetKey, namedPresetKey, namedPresets, presetOfDeck, type PresetId } from './named-presets.ts';
import { namedOptionKey, readNamedPreset, readPreset } from './read-preset.ts';

const deck = 'deck' as DeckId;
const [exam, calm] = ['exam', 'calm'] as PresetId[] as [PresetId, PresetId];
const settings = (values: Readonly<Record<string, SettingValue>>) => new Map(Object.entries(values));

describe('namedPresets', () => {
	it('are those with a name, by name', () => {
		const all = settings({
			[namedPresetKey(exam)]: { name: 'Exam' },
			[namedPresetKey(calm)]: { name: 'Calm' },
			[namedOptionKey(exam, 'newPerDay')]: 5,
			'preset.gone': null,
			'preset.nameless': { name: ' ' },
			'preset.odd': 'Exam',
			'app.preset.newPerDay': 3
		});
		expect(namedPresets(all)).toEqual([
			{ id: calm, name: 'Calm' },
			{ id: exam, name: 'Exam' }
		]);
	});

	// Persisted: these must not change.
	it('have keys of their own', () => {
		expect([namedPresetKey(exam), namedOptionKey(exam, 'newPerDay'), deckPresetKey(deck)]).toEqual([
			'preset.exam',
			'preset.exam.newPerDay',
			'deck.deck.preset'
		]);
	});
});

describe('the options of a deck with a preset', () => {
	const shared = {
		[namedPresetKey(exam)]: { name: 'Exam' },
		[namedOptionKey(exam, 'newPerDay')]: 5,
		[namedOptionKey(exam, 'desiredRetention')]: 0.95,
		'app.preset.newPerDay': 30,
		'app.preset.reviewsPerDay': 70,
		[deckPresetKey(deck)]: exam
	};

	it('are its own, else those of the preset, else those of all decks, else the default', () => {
		const preset = readPreset(settings({ ...shared, 'deck.deck.desiredRetention': 0.8 }), deck);
		expect(preset).toMatchObject({
			desiredRetention: 0.8,
			newPerDay: 5,
			reviewsPerDay: 70,
			leechThreshold: 8
		});
		expect(readNamedPreset(settings(shared), exam)).toMatchObject({ newPerDay: 5, desiredRetention: 0.95 });
		expect(readPreset(settings(shared), 'other' as DeckId).newPerDay).toBe(30);
	});

	it('are those of all decks once the preset is taken away, or was never known', () => {
		const gone = settings({ ...shared, [namedPresetKey(exam)]: null });
		expect(presetOfDeck(gone, deck)).toBeUndefined();
		expect(readPreset(gone, deck)).toMatchObject({ newPerDay: 30, desiredRetention: 0.9 });
		const unknown = settings({ ...shared, [deckPresetKey(deck)]: 'nobody' });
		expect(readPreset(unknown, deck).newPerDay).toBe(30);
	});

	it('agree on all devices, in whatever order the log comes: the last writer in log order is right', () => {
		const device = (id: string, at: number) =>
			createEventFactory({
				deviceId: id,
				clock: { now: () => at, utcOffsetMinutes: () => 0 },
				randomBytes: (count) => new Uint8Array(count).fill(at % 251),
				rolloverHour: 4
			});
		const set = (id: string, at: number, key: string, value: SettingValue) =>
			device(id, at).create('setting', '', { key, value });
		const events = [
			set('phone', 1_000, namedPresetKey(exam), { name: 'Exam' }),
			set('phone', 1_001, deckPresetKey(deck), exam),
			set('laptop', 2_000, namedPresetKey(exam), { name: 'Finals' }),
			set('laptop', 2_001, namedOptionKey(exam, 'newPerDay'), 9),
			set('phone', 3_000, namedOptionKey(exam, 'newPerDay'), 4)
		];
		for (const order of [events, events.toReversed()]) {
			const read = settingsOf(order);
			expect(presetOfDeck(read, deck)).toEqual({ id: exam, name: 'Finals' });
			expect(readPreset(read, deck).newPerDay).toBe(4);
		}
	});
});
