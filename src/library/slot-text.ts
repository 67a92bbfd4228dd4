import type { CardId } from '#deck/ids.ts';
import type { CardRecord } from '#scheduler/card-record.ts';
import type { CardState, Memory } from '#scheduler/card-state.ts';
import type { Slot } from './states-page.ts';

/**
 * The slots of a page as they are stored: JSON of arrays, at half the length of the objects, since every answer rewrites a
 * page and a day's queue reads hundreds. A projection: `rebuild` makes it anew, so its form may change with the database's
 * version. A record with fields that are not named here is stored as it is.
 */
export const slotsToText = (slots: readonly Slot[]): string => JSON.stringify(slots.map(packSlot));

export const textToSlots = (text: string): readonly Slot[] =>
	(JSON.parse(text) as readonly PackedSlot[]).map(unpackSlot);

export type PackedSlot = [
	cardId: CardId,
	siblingGroup: string,
	record?: PackedRecord | CardRecord | null,
	isElsewhere?: 0 | 1,
	followers?: readonly CardId[]
];

export function packSlot({ cardId, siblingGroup, record, isElsewhere, followers }: Slot): PackedSlot {
	const packed = record && packRecord(record);
	if (followers) return [cardId, siblingGroup, packed ?? null, isElsewhere ? 1 : 0, followers];
	if (isElsewhere) return [cardId, siblingGroup, packed ?? null, 1];
	return packed ? [cardId, siblingGroup, packed] : [cardId, siblingGroup];
}

export function unpackSlot([cardId, siblingGroup, record, isElsewhere, followers]: PackedSlot): Slot {
	return {
		cardId,
		siblingGroup,
		...(record && { record: isPacked(record) ? unpackRecord(cardId, record) : record }),
		...(followers && { followers }),
		...(isElsewhere === 1 && { isElsewhere: true as const })
	};
}

type PackedRecord = [
	state: PackedState | 0,
	reps: number,
	lapses: number,
	/** 1 leech, 2 suspended. */
	marks: number,
	buriedUntilDay: number | null,
	flag: number,
	overlay: CardRecord['overlay'],
	count: number,
	xor: string,
	/** Absent where nothing but reviews happened: then both marks are one. */
	reviewCount: number | null,
	reviewXor: string | null,
	lastHlc: number | null,
	lastId: string | null,
	unmetUndos?: readonly string[]
];

type PackedState = [
	kind: 1 | 2 | 3,
	memory: readonly [stability: number, difficulty: number] | Memory,
	lastReviewAt: number,
	lastReviewDay: number,
	/** Step and due instant, or interval and due day. */
	stepOrInterval: number,
	due: number
];

const isPacked = (record: PackedRecord | CardRecord): record is PackedRecord => Array.isArray(record);

function packRecord(record: CardRecord): PackedRecord | CardRecord {
	const { mark, reviewMark, last, unmetUndos } = record;
	if (Object.keys(record).length !== (unmetUndos ? 13 : 12)) return record;
	const isOneMark = mark.count === reviewMark.count && mark.xor === reviewMark.xor;
	const packed: PackedRecord = [
		packState(record.state),
		record.reps,
		record.lapses,
		Number(record.isLeech) + 2 * Number(record.isSuspended),
		record.buriedUntilDay,
		record.flag,
		record.overlay,
		mark.count,
		mark.xor,
		isOneMark ? null : reviewMark.count,
		isOneMark ? null : reviewMark.xor,
		last?.hlc ?? null,
		last?.id ?? null
	];
	if (unmetUndos) packed.push(unmetUndos);
	return packed;
}

function unpackRecord(cardId: CardId, packed: PackedRecord): CardRecord {
	const [state, reps, lapses, marks, buriedUntilDay, flag, overlay, count, xor, ...rest] = packed;
	const [reviewCount, reviewXor, hlc, id, unmetUndos] = rest;
	const mark = { count, xor };
	return {
		cardId,
		state: unpackState(state),
		reps,
		lapses,
		isLeech: (marks & 1) !== 0,
		isSuspended: (marks & 2) !== 0,
		buriedUntilDay,
		flag,
		overlay,
		mark,
		reviewMark: reviewCount === null || reviewXor === null ? mark : { count: reviewCount, xor: reviewXor },
		last: hlc === null || id === null ? null : { hlc, id },
		...(unmetUndos && { unmetUndos })
	};
}

function packState(state: CardState): PackedState | 0 {
	if (state.kind === 'new') return 0;
	const { lastReviewAt, lastReviewDay } = state;
	const memory = packMemory(state.memory);
	if (state.kind === 'review')
		return [3, memory, lastReviewAt, lastReviewDay, state.intervalDays, state.dueDay];
	return [state.kind === 'learning' ? 1 : 2, memory, lastReviewAt, lastReviewDay, state.step, state.dueAt];
}

function unpackState(state: PackedState | 0): CardState {
	if (state === 0) return { kind: 'new' };
	const [kind, packed, lastReviewAt, lastReviewDay, stepOrInterval, due] = state;
	const seen = { memory: unpackMemory(packed), lastReviewAt, lastReviewDay };
	if (kind === 3) return { kind: 'review', ...seen, intervalDays: stepOrInterval, dueDay: due };
	return { kind: kind === 1 ? 'learning' : 'relearning', ...seen, step: stepOrInterval, dueAt: due };
}

/** Only the memory model looks inside; of the one in use it is known that it keeps two numbers. */
function packMemory(memory: Memory): PackedState[1] {
	const { stability, difficulty } = memory;
	const isPair = stability !== undefined && difficulty !== undefined && Object.keys(memory).length === 2;
	return isPair ? [stability, difficulty] : memory;
}

const unpackMemory = (memory: PackedState[1]): Memory =>
	isPair(memory) ? { stability: memory[0], difficulty: memory[1] } : memory;

const isPair = (memory: PackedState[1]): memory is readonly [number, number] => Array.isArray(memory);
