import { expect, it } from 'vitest';
import type { CardId } from '#deck/ids.ts';
import { createEventFactory } from './create-event-factory.ts';
import { eventId } from './event-id.ts';

const card = 'card' as CardId;

function factoryAt(clock: { now: number }) {
	let made = 0;
	return createEventFactory({
		deviceId: 'phone',
		clock: { now: () => clock.now, utcOffsetMinutes: () => 480 },
		randomBytes: (count) => new Uint8Array(count).fill(++made),
		rolloverHour: 4
	});
}

it('stamps where and when it happened', () => {
	const at = Date.parse('2026-11-24T03:00:00+08:00');
	expect(factoryAt({ now: at }).create('flag', card, { flag: 2 })).toEqual({
		id: '01a209c7-8380-7101-8101-010101010101',
		deviceId: 'phone',
		cardId: 'card',
		type: 'flag',
		at,
		hlc: at,
		tzOffset: 480,
		day: 20_780,
		payload: { flag: 2 },
		v: 1
	});
});

it('orders after all that is known of the card, also by a clock that is behind', () => {
	const clock = { now: 1_000 };
	const factory = factoryAt(clock);
	expect(factory.create('suspend', card, {}, 9_000).hlc).toBe(9_001);
	clock.now = 500;
	expect(factory.create('unsuspend', card, {}).hlc).toBe(9_002);
	expect(factory.create('suspend', 'other' as CardId, {}).hlc).toBe(500);
	clock.now = 20_000;
	expect(factory.create('suspend', card, {}).hlc).toBe(20_000);
});

it('makes ids that sort by time and carry version and variant', () => {
	const random = Uint8Array.from([255, 1, 255, 3, 4, 5, 6, 7, 8, 9]);
	expect(eventId(0x0123456789ab, random)).toBe('01234567-89ab-7f01-bf03-040506070809');
	expect(eventId(-5, random)).toMatch(/^00000000-0000-7/);
	expect(eventId(1_000, random) < eventId(1_001, random)).toBe(true);
	expect(() => eventId(0, random.subarray(1))).toThrow(RangeError);
});
