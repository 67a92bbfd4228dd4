import { describe, expect, it } from 'vitest';
import { exampleEvent } from './event-examples.ts';
import { liveEvents } from './live-events.ts';
import { inLogOrder } from './merge-events.ts';

const flag = exampleEvent('flag', { flag: 1 }, { id: 'flag', hlc: 10 });
const undo = (id: string, target: string, hlc: number) => exampleEvent('undo', { target }, { id, hlc });
const live = (...events: Parameters<typeof inLogOrder>[0]) =>
	liveEvents(inLogOrder(events)).live.map(({ id }) => id);

describe('liveEvents', () => {
	it('counts what was never undone', () => expect(live(flag)).toEqual(['flag']));

	it('takes an undone event away', () => expect(live(flag, undo('u1', 'flag', 20))).toEqual([]));

	it('brings it back when the undo is undone, takes it away when that is undone, in any order of delivery', () => {
		const first = undo('u1', 'flag', 20);
		const second = undo('u2', 'u1', 30);
		const third = undo('u3', 'u2', 40);
		expect(live(second, flag, first)).toEqual(['flag']);
		expect(live(third, second, first, flag)).toEqual([]);
	});

	it('needs both undone where two devices undid the same', () => {
		const one = undo('u1', 'flag', 20);
		const other = undo('u2', 'flag', 21);
		expect(live(flag, one, other, undo('u3', 'u1', 30))).toEqual([]);
		expect(live(flag, one, other, undo('u3', 'u1', 30), undo('u4', 'u2', 31))).toEqual(['flag']);
	});

	it('holds where the undo stands before its target in order', () => {
		expect(live(undo('u1', 'flag', 5), flag)).toEqual([]);
	});

	it('remembers what has not arrived yet', () => {
		expect(liveEvents([undo('u1', 'later', 5)])).toEqual({ live: [], unmetUndos: ['later'] });
		expect(liveEvents([undo('u1', 'later', 5), undo('u2', 'u1', 6)]).unmetUndos).toEqual([]);
	});

	it('survives undos that name each other or themselves', () => {
		expect(live(flag, undo('a', 'b', 20), undo('b', 'a', 30), undo('c', 'c', 40))).toEqual(['flag']);
	});

	it('takes a chain of 100,000 undos without running out of stack', () => {
		const chain = Array.from({ length: 100_000 }, (_, index) =>
			undo(`u${index}`, index === 0 ? 'flag' : `u${index - 1}`, 100 + index)
		);
		expect(live(flag, ...chain.slice(0, 99_999))).toEqual([]);
		expect(liveEvents([flag, ...chain]).live).toEqual([flag]);
	});
});
