import { m } from '#paraglide/messages.js';
import type { DueMove } from '#session/plan-move.ts';
import { parseWhole } from '../options/option-fields.ts';

interface NumberField {
	readonly name: string;
	readonly label: string;
	readonly usual: number;
	readonly parse: (text: string) => number | undefined;
	/** What a text must be. */
	readonly problem: string;
}

/** A way to move due dates, as it is asked for. */
export interface MoveKind {
	readonly name: string;
	readonly hint: string;
	readonly fields: readonly NumberField[];
	/** Undefined where a field makes no sense. */
	readonly toMove: (valueOf: (field: NumberField) => number | undefined) => DueMove | undefined;
}

/** Made anew for each use: names are in the language of the moment. */
export function moveKinds(): readonly MoveKind[] {
	const count = number('count', m.schedule_count(), 50, 1, 20_000);
	const perDay = number('perDay', m.schedule_per_day(), 50, 1, 9_999);
	const inDays = number('inDays', m.schedule_break_in(), 1, 0, 365);
	const days = number('days', m.schedule_break_days(), 7, 1, 60);
	return [
		{
			name: m.schedule_flatten(),
			hint: m.schedule_flatten_hint(),
			fields: [perDay],
			toMove: (valueOf) =>
				withValues([valueOf(perDay)], ([value = 0]) => ({ kind: 'flatten', perDay: value }))
		},
		{
			name: m.schedule_postpone(),
			hint: m.schedule_postpone_hint(),
			fields: [count],
			toMove: (valueOf) => withValues([valueOf(count)], ([value = 0]) => ({ kind: 'postpone', count: value }))
		},
		{
			name: m.schedule_advance(),
			hint: m.schedule_advance_hint(),
			fields: [count],
			toMove: (valueOf) => withValues([valueOf(count)], ([value = 0]) => ({ kind: 'advance', count: value }))
		},
		{
			name: m.schedule_break(),
			hint: m.schedule_break_hint(),
			fields: [inDays, days],
			toMove: (valueOf) =>
				withValues([valueOf(inDays), valueOf(days)], ([first = 0, length = 1]) => ({
					kind: 'break',
					inDays: first,
					days: length
				}))
		},
		{
			name: m.schedule_reschedule(),
			hint: m.schedule_reschedule_hint(),
			fields: [],
			toMove: () => ({ kind: 'reschedule' })
		}
	];
}

const number = (name: string, label: string, usual: number, least: number, most: number): NumberField => ({
	name,
	label,
	usual,
	parse: (text) => parseWhole(text, least, most),
	problem: m.options_whole_problem({ least, most })
});

function withValues(
	values: readonly (number | undefined)[],
	toMove: (values: readonly number[]) => DueMove
): DueMove | undefined {
	const known = values.filter((value) => value !== undefined);
	return known.length === values.length ? toMove(known) : undefined;
}
