import type { CardId } from '#deck/ids.ts';
import type { ReviewRow } from './review-rows.ts';

const columnTypes = {
	day: Int32Array,
	hour: Uint8Array,
	rating: Uint8Array,
	intervalBefore: Int32Array,
	tookMs: Uint16Array,
	expected: Float32Array,
	stability: Float32Array
} as const;

type Columns = {
	readonly [Name in keyof typeof columnTypes]: InstanceType<(typeof columnTypes)[Name]> & {
		readonly buffer: ArrayBuffer;
	};
};

export const columnNames = Object.keys(columnTypes) as (keyof Columns)[];

/** `ReviewRow`s, some 20 bytes each, so that a million of them can be kept and looked through at once. */
export interface ReviewTable extends Columns {
	readonly cardIds: readonly CardId[];
	/** Rows of a card: from that at its own place to before that at the next. One longer than `cardIds`. */
	readonly starts: Uint32Array<ArrayBuffer>;
}

/** The table with other rows for some cards; those that it does not hold come last. */
export function withCards(
	table: ReviewTable,
	rowsByCard: ReadonlyMap<CardId, readonly ReviewRow[]>
): ReviewTable {
	const writer = new ReviewTableWriter(table.day.length);
	const present = new Set<CardId>();
	let copied = 0;
	table.cardIds.forEach((id, place) => {
		const rows = rowsByCard.get(id);
		if (rows === undefined) return;
		writer.copy(table, copied, place);
		writer.add(id, rows);
		present.add(id);
		copied = place + 1;
	});
	writer.copy(table, copied, table.cardIds.length);
	for (const [id, rows] of rowsByCard) if (!present.has(id)) writer.add(id, rows);
	return writer.table();
}

/** Makes a table, card after card. */
export class ReviewTableWriter {
	#columns: Columns;
	#room: number;
	#count = 0;
	readonly #cardIds: CardId[] = [];
	readonly #starts: number[] = [0];

	/** @param expected how many rows there will be, about */
	constructor(expected = 0) {
		this.#room = expected + 64;
		this.#columns = columnsOf((type) => new type(this.#room));
	}

	add(cardId: CardId, rows: readonly ReviewRow[]): void {
		this.#makeRoom(rows.length);
		const { day, hour, rating, intervalBefore, tookMs, expected, stability } = this.#columns;
		for (const row of rows) {
			const at = this.#count++;
			day[at] = row.day;
			hour[at] = row.hour;
			rating[at] = row.rating;
			intervalBefore[at] = row.intervalBefore;
			tookMs[at] = row.tookMs;
			expected[at] = row.expected;
			stability[at] = row.stability;
		}
		this.#cardIds.push(cardId);
		this.#starts.push(this.#count);
	}

	/** Cards of another table: from one place to before another. */
	copy(table: ReviewTable, from: number, to: number): void {
		const first = table.starts[from] ?? 0;
		const end = table.starts[to] ?? first;
		this.#makeRoom(end - first);
		for (const name of columnNames) this.#columns[name].set(table[name].subarray(first, end), this.#count);
		for (let place = from; place < to; place++) {
			this.#cardIds.push(table.cardIds[place] as CardId);
			this.#starts.push(this.#count + (table.starts[place + 1] ?? first) - first);
		}
		this.#count += end - first;
	}

	table(): ReviewTable {
		const columns = columnsOf((_type, name) => this.#columns[name].slice(0, this.#count));
		return { cardIds: this.#cardIds, starts: Uint32Array.from(this.#starts), ...columns };
	}

	#makeRoom(rows: number): void {
		if (this.#count + rows <= this.#room) return;
		this.#room = Math.ceil((this.#count + rows) * 1.5);
		const former = this.#columns;
		this.#columns = columnsOf((type, name) => {
			const column = new type(this.#room);
			column.set(former[name]);
			return column;
		});
	}
}

function columnsOf(
	make: (type: (typeof columnTypes)[keyof Columns], name: keyof Columns) => Columns[keyof Columns]
): Columns {
	return Object.fromEntries(
		columnNames.map((name) => [name, make(columnTypes[name], name)])
	) as unknown as Columns;
}
