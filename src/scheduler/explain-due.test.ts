import { describe, expect, it } from 'vitest';
import type { CardId } from '#deck/ids.ts';
import { exampleEvent } from '#review-log/event-examples.ts';
import type { LogEvent, Rating } from '#review-log/log-event.ts';
import { DAY_MS } from '#time/instant.ts';
import { weekday } from '#time/weekday.ts';
import { createScheduler } from './create-scheduler.ts';
import { explainDue, type ExplainContext } from './explain-due.ts';
import { balancedDay } from './load-balance.ts';
import { defaultPreset, type EasyDays, type Preset } from './preset.ts';
import type { DayChoice } from './review-intervals.ts';

const card = 'card' as CardId;
const scheduler = createScheduler();
const noMore: ExplainContext = { scheduler, preset: defaultPreset, siblingDueDays: [], dueCounts: new Map() };

/** Rates a card on some days, as a session would. */
function rated(
	ratings: readonly (readonly [number, Rating])[],
	preset: Preset = defaultPreset,
	choose?: (day: number) => DayChoice
): LogEvent[] {
	const events: LogEvent[] = [];
	for (const [day, rating] of ratings) {
		const record = scheduler.foldCard(card, events);
		const at = day * DAY_MS + 1_000 + events.length;
		const moment = { at, day, nextDayAt: (day + 1) * DAY_MS };
		const previews = scheduler.previewRatings(record, moment, preset, choose?.(day));
		const payload = scheduler.reviewPayload(record, { rating, previews, preset, tookMs: 1, mode: 'normal' });
		events.push(exampleEvent('review', payload, { id: `e${events.length}`, hlc: at, at, day }));
	}
	return events;
}

const explain = (events: readonly LogEvent[], context = noMore) =>
	explainDue(scheduler.foldCard(card, events), events, context);

describe('explainDue', () => {
	it('of a new card says so', () => {
		expect(explain([])).toEqual({ kind: 'new' });
	});

	it('of a card in its steps names the step', () => {
		expect(explain(rated([[10, 3]]))).toMatchObject({
			kind: 'step',
			step: 1,
			delaySeconds: expect.any(Number) as number
		});
	});

	it('of an interval names stability, target, range and fuzz, and they add up', () => {
		const events = rated([
			[10, 4],
			[18, 3]
		]);
		const why = explain(events);
		expect(why).toMatchObject({ kind: 'interval', rating: 3, reviewedOn: 18, desiredRetention: 0.9 });
		if (why.kind !== 'interval') return;
		expect(why.modelDays).toBeCloseTo(why.stabilityDays, 8);
		expect(why.dueDay).toBe(18 + why.intervalDays);
		expect(why.range?.lower).toBeLessThanOrEqual(why.intervalDays);
		expect(why.range?.upper).toBeGreaterThanOrEqual(why.intervalDays);
		const last = why.moves.at(-1);
		expect(last === undefined ? Math.round(why.modelDays) : last.to).toBe(why.intervalDays);
		for (const move of why.moves) expect(move.kind).toBe('fuzz');
	});

	it('names what made another day better: load, siblings, an easy day', () => {
		const plain = explain(rated([[10, 4]]));
		if (plain.kind !== 'interval') throw new Error('expected an interval');
		const usual = 10 + plain.intervalDays;
		const easyDays: EasyDays = { ...defaultPreset.easyDays, [weekday(usual)]: 'minimum' };
		const preset = { ...defaultPreset, easyDays };
		const dueCounts = new Map([[usual, 500]]);
		const loads = { today: 10, dueCounts, siblingDueDays: [usual], random: 0.5 };
		const events = rated([[10, 4]], preset, () => balancedDay(loads, preset));
		const why = explain(events, { ...noMore, preset, dueCounts, siblingDueDays: [usual] });
		if (why.kind !== 'interval') throw new Error('expected an interval');
		expect(why.intervalDays).not.toBe(plain.intervalDays);
		expect(why.moves.at(-1)).toEqual({
			kind: 'balance',
			from: plain.intervalDays,
			to: why.intervalDays,
			because: [
				{ kind: 'siblings' },
				{ kind: 'easyDay', weekday: weekday(usual), load: 'minimum' },
				{ kind: 'load', there: 500, here: 0 }
			]
		});
	});

	it('says minimum and maximum', () => {
		const short = { ...defaultPreset, maximumIntervalDays: 3 };
		expect(explain(rated([[10, 4]], short))).toMatchObject({
			intervalDays: 3,
			moves: [{ kind: 'maximum', to: 3 }]
		});
		const steep = { ...defaultPreset, desiredRetention: 0.99 };
		expect(explain(rated([[10, 4]], steep))).toMatchObject({
			moves: expect.arrayContaining([expect.objectContaining({ kind: 'minimum' })]) as unknown[]
		});
	});

	it('says that it was set by hand', () => {
		const events = rated([[10, 4]]);
		const set = exampleEvent('setDue', { dueDay: 30, cause: 'postpone' }, { hlc: 11 * DAY_MS, day: 11 });
		expect(explain([...events, set])).toEqual({ kind: 'set', cause: 'postpone', setOn: 11, dueDay: 30 });
		const undo = exampleEvent('undo', { target: set.id }, { hlc: 12 * DAY_MS });
		expect(explain([...events, set, undo])).toMatchObject({ kind: 'interval' });
	});

	it('says that other reviews came before, and that it was scheduled anew', () => {
		const first = rated([[10, 4]]);
		const one = rated([
			[10, 4],
			[17, 3]
		])[1];
		const other = rated([
			[10, 4],
			[18, 3]
		])[1];
		if (one === undefined || other === undefined) throw new Error('expected two reviews');
		const events = [...first, { ...one, id: 'one' }, { ...other, id: 'other' }];
		expect(explain(events)).toMatchObject({
			moves: expect.arrayContaining([expect.objectContaining({ kind: 'merge' })]) as unknown[]
		});
	});

	it('says nothing of moves when the parameters have changed since', () => {
		const events = rated([[10, 4]]).map((event) => ({
			...event,
			payload: { ...event.payload, parametersId: 'old' }
		}));
		expect(explain(events as LogEvent[])).toMatchObject({ kind: 'interval', moves: [] });
	});
});
