import { expect, it } from 'vitest';
import type { SettingValue } from './log-event.ts';
import { exampleEvent } from './event-examples.ts';
import { settingsOf } from './settings-of.ts';

const set = (hlc: number, value: SettingValue, id = `s${hlc}`) =>
	exampleEvent('setting', { key: 'app.rolloverHour', value }, { hlc, id });

it('lets the last writer in log order win, however the events came', () => {
	expect(settingsOf([set(3, 5), set(1, 3), set(2, 4)]).get('app.rolloverHour')).toBe(5);
	expect(settingsOf([set(1, 'b', 'b'), set(1, 'a', 'a')]).get('app.rolloverHour')).toBe('b');
});

it('goes back to the value before when one is undone', () => {
	const undo = exampleEvent('undo', { target: 's2' }, { hlc: 3, cardId: '' });
	expect(settingsOf([undo, set(2, 7), set(1, 6)]).get('app.rolloverHour')).toBe(6);
});
