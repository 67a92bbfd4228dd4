import { m } from '#paraglide/messages.js';
import type { SettingValue } from '#review-log/log-event.ts';
import { formatSteps, parseSteps } from '#scheduler/parse-steps.ts';
import {
	granularities,
	leechActions,
	newOrders,
	reviewOrders,
	type Preset,
	type ReviewOrder
} from '#scheduler/preset.ts';

interface Common {
	readonly name: keyof Preset;
	readonly label: string;
	readonly hint?: string;
	/** A value in words. */
	readonly say: (preset: Preset) => string;
}

export interface TextField extends Common {
	readonly kind: 'text';
	readonly inputmode: 'numeric' | 'text';
	readonly read: (preset: Preset) => string;
	/** Undefined where the text is no such value. */
	readonly parse: (text: string) => SettingValue | undefined;
	/** What a text must be. */
	readonly problem: string;
}

export interface ChoiceField extends Common {
	readonly kind: 'choice';
	readonly read: (preset: Preset) => string;
	readonly choices: readonly { readonly value: string; readonly label: string }[];
}

export interface SwitchField extends Common {
	readonly kind: 'switch';
	readonly read: (preset: Preset) => boolean;
}

export type OptionField = TextField | ChoiceField | SwitchField;

export interface OptionSection {
	readonly title: string;
	readonly fields: readonly OptionField[];
}

/** Options in the order in which they are asked for, in the language of the moment. Retention and easy days have their own look. */
export function optionSections(): readonly OptionSection[] {
	return [
		{
			title: m.options_day(),
			fields: [
				number('newPerDay', m.options_new_per_day(), 0, 9_999),
				number('reviewsPerDay', m.options_reviews_per_day(), 0, 99_999, m.options_reviews_per_day_hint()),
				flag('isNewApart', m.options_new_apart(), m.options_new_apart_hint()),
				minutesField()
			]
		},
		{
			title: m.options_learning(),
			fields: [
				steps('learningSteps', m.options_learning_steps(), m.options_learning_steps_hint()),
				steps('relearningSteps', m.options_relearning_steps(), m.options_relearning_steps_hint())
			]
		},
		{
			title: m.options_order(),
			fields: [
				choice(
					'reviewOrder',
					m.options_review_order(),
					reviewOrders,
					orderName,
					m.options_review_order_hint()
				),
				choice('newOrder', m.options_new_order(), newOrders, (name) =>
					name === 'note' ? m.options_new_order_note() : m.options_order_random()
				),
				flag('isParentFirst', m.options_parent_first(), m.options_parent_first_hint())
			]
		},
		{
			title: m.options_siblings(),
			fields: [
				flag('buryNewSiblings', m.options_bury_new(), m.options_bury_hint()),
				flag('buryReviewSiblings', m.options_bury_review()),
				flag('buryLearningSiblings', m.options_bury_learning())
			]
		},
		{
			title: m.options_leeches(),
			fields: [
				number('leechThreshold', m.options_leech_threshold(), 0, 1_000, m.options_leech_threshold_hint()),
				choice('leechAction', m.options_leech_action(), leechActions, (name) =>
					name === 'show' ? m.options_leech_show() : m.options_leech_suspend()
				)
			]
		},
		{
			title: m.options_intervals(),
			fields: [
				number('maximumIntervalDays', m.options_maximum_interval(), 1, 36_500),
				flag('isFuzzed', m.options_fuzz(), m.options_fuzz_hint()),
				flag('isLoadBalanced', m.options_load_balance(), m.options_load_balance_hint())
			]
		}
	];
}

/** Which cards a block of a note gives: kept like the others, but it makes cards anew. */
export const granularityField = (): ChoiceField =>
	choice('granularity', m.granularity_label(), granularities, granularityName, m.granularity_hint());

function granularityName(granularity: Preset['granularity']): string {
	switch (granularity) {
		case 'auto':
			return m.granularity_auto();
		case 'blocks':
			return m.granularity_blocks();
		case 'atoms':
			return m.granularity_atoms();
		case 'both':
			return m.granularity_both();
	}
}

/** A whole number, full-width digits too; undefined where it is none, or out of bounds. */
export function parseWhole(text: string, least: number, most: number): number | undefined {
	const digits = /^\s*(\d{1,6})\s*$/.exec(text.normalize('NFKC'))?.[1];
	const value = digits === undefined ? NaN : Number(digits);
	return value >= least && value <= most ? value : undefined;
}

type NumberName = 'newPerDay' | 'reviewsPerDay' | 'leechThreshold' | 'maximumIntervalDays';

function number(name: NumberName, label: string, least: number, most: number, hint?: string): TextField {
	const read = (preset: Preset) => String(preset[name]);
	return {
		kind: 'text',
		name,
		label,
		...(hint !== undefined && { hint }),
		inputmode: 'numeric',
		read,
		say: read,
		parse: (text) => parseWhole(text, least, most),
		problem: m.options_whole_problem({ least, most })
	};
}

function minutesField(): TextField {
	return {
		kind: 'text',
		name: 'minutesPerDay',
		label: m.options_minutes(),
		hint: m.options_minutes_hint(),
		inputmode: 'numeric',
		read: ({ minutesPerDay }) => (minutesPerDay === null ? '' : String(minutesPerDay)),
		say: ({ minutesPerDay }) => (minutesPerDay === null ? m.options_no_limit() : String(minutesPerDay)),
		// 0 is written where a deck has no limit although the others have one.
		parse: (text) => (text.trim() === '' ? 0 : parseWhole(text, 1, 1_440)),
		problem: m.options_minutes_problem()
	};
}

function steps(name: 'learningSteps' | 'relearningSteps', label: string, hint: string): TextField {
	const read = (preset: Preset) => formatSteps(preset[name]);
	return {
		kind: 'text',
		name,
		label,
		hint,
		inputmode: 'text',
		read,
		say: (preset) => read(preset) || m.options_no_steps(),
		parse: (text) => parseSteps(text.normalize('NFKC').toLowerCase()),
		problem: m.options_steps_problem()
	};
}

type FlagName =
	| 'isNewApart'
	| 'isParentFirst'
	| 'buryNewSiblings'
	| 'buryReviewSiblings'
	| 'buryLearningSiblings'
	| 'isFuzzed'
	| 'isLoadBalanced';

const flag = (name: FlagName, label: string, hint?: string): SwitchField => ({
	kind: 'switch',
	name,
	label,
	...(hint !== undefined && { hint }),
	read: (preset) => preset[name],
	say: (preset) => (preset[name] ? m.options_on() : m.options_off())
});

function choice<Name extends 'reviewOrder' | 'newOrder' | 'leechAction' | 'granularity'>(
	name: Name,
	label: string,
	values: readonly Preset[Name][],
	nameOf: (value: Preset[Name]) => string,
	hint?: string
): ChoiceField {
	return {
		kind: 'choice',
		name,
		label,
		...(hint !== undefined && { hint }),
		read: (preset) => preset[name],
		say: (preset) => nameOf(preset[name]),
		choices: values.map((value) => ({ value, label: nameOf(value) }))
	};
}

function orderName(order: ReviewOrder): string {
	switch (order) {
		case 'auto':
			return m.options_order_auto();
		case 'dueDay':
			return m.options_order_due();
		case 'dueDayThenDeck':
			return m.options_order_due_deck();
		case 'retrievabilityDescending':
			return m.options_order_recall_descending();
		case 'retrievabilityAscending':
			return m.options_order_recall_ascending();
		case 'intervalAscending':
			return m.options_order_interval_ascending();
		case 'intervalDescending':
			return m.options_order_interval_descending();
		case 'difficultyAscending':
			return m.options_order_easy_first();
		case 'difficultyDescending':
			return m.options_order_hard_first();
		case 'relativeOverdueness':
			return m.options_order_overdue();
		case 'random':
			return m.options_order_random();
		case 'added':
			return m.options_order_added();
	}
}
