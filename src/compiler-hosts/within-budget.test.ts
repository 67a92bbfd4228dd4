import { expect, test } from 'vitest';
import { withinBudget } from './within-budget.ts';

test('gives what was returned, also undefined', () => {
	expect(withinBudget(() => 7, 10_000)).toEqual({ value: 7 });
	expect(withinBudget(() => undefined, 10_000)).toEqual({ value: undefined });
	expect(withinBudget(() => withinBudget(() => 8, 10_000), 10_000)).toEqual({ value: { value: 8 } });
});

test('throws what was thrown', () => {
	const fails = () => {
		throw new Error('no');
	};
	expect(() => withinBudget(fails, 10_000)).toThrow('no');
});

test('stops what does not end, and runs the next one', () => {
	const forever = (): void => {
		for (;;);
	};
	expect(withinBudget(forever, 20)).toBeUndefined();
	expect(withinBudget(() => 'next', 10_000)).toEqual({ value: 'next' });
	expect(withinBudget(() => /^(a+)+$/.test(`${'a'.repeat(60)}b`), 20)).toBeUndefined();
});
