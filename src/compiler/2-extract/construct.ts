import type { Extraction } from './extraction.ts';
import type { Member } from './member.ts';
import type { Unit } from './unit.ts';

/** Where a construct stands: one of the members of a unit, with those before and after it. */
export interface Place {
	readonly members: readonly Member[];
	readonly index: number;
	readonly member: Member;
	readonly unit: Unit;
	/** Members before it that no construct took: a generic `<summary>Answer</summary>` takes them as its question. */
	readonly left: Member[];
	/** Reads what stands under a member as a unit of its own. */
	readonly readUnit: (unit: Unit, nodes: readonly Member['node'][]) => void;
	/** Reads only what has a form of its own (questions, terms, steps, …) under a statement. */
	readonly readForms: (unit: Unit, nodes: readonly Member['node'][]) => void;
}

/** Reads one form of writing. Returns how many members it took; 0 when the place is none of its kind. */
export type Construct = (place: Place, extraction: Extraction) => number;
