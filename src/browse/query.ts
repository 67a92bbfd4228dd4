import type { CardKind } from '#deck/card.ts';

/** What a person asked for, as `parseQuery` understood it. */
export type Query =
	| { readonly kind: 'all' | 'any'; readonly of: readonly Query[] }
	| { readonly kind: 'not'; readonly of: Query }
	| { readonly kind: 'text'; readonly text: string }
	| { readonly kind: 'is'; readonly trait: Trait }
	| { readonly kind: 'kind'; readonly cardKind: CardKind }
	| { readonly kind: 'deck' | 'tag'; readonly name: string }
	| {
			readonly kind: 'prop';
			readonly property: Property;
			readonly operator: Operator;
			readonly value: number;
	  };

/** What can stand behind `is:`. */
export const traits = [
	'due',
	'new',
	'learning',
	'review',
	'leech',
	'suspended',
	'buried',
	'flagged',
	'edited'
] as const;
export type Trait = (typeof traits)[number];

/** What can stand behind `prop:`. s, d and r are stability in days, difficulty 1–10 and recall 0–1; due is in days from today. */
export const properties = ['s', 'd', 'r', 'lapses', 'reps', 'interval', 'due'] as const;
export type Property = (typeof properties)[number];

export const operators = ['<=', '>=', '!=', '<', '>', '='] as const;
export type Operator = (typeof operators)[number];

/** Why a query could not be understood; `from` and `to` say where in what was written. */
export interface QueryProblem {
	readonly code:
		| 'unclosed-quote'
		| 'nothing-to-negate'
		| 'or-without-sides'
		| 'missing-value'
		| 'unknown-trait'
		| 'unknown-kind'
		| 'unknown-property';
	readonly from: number;
	readonly to: number;
}
