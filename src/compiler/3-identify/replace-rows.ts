import type { IdentityRow } from '#deck/identity.ts';

/**
 * A sorted list with some rows taken out and others put in. All three lists are sorted by id; what lies between the changes
 * is copied without being compared, so that a few changes in a long list cost little more than those.
 */
export function replaceRows(
	rows: readonly IdentityRow[],
	gone: readonly IdentityRow[],
	come: readonly IdentityRow[]
): IdentityRow[] {
	const replaced: IdentityRow[] = [];
	let done = 0;
	let taken = 0;
	const copyUntil = (at: number): void => {
		for (; done < at; done++) replaced.push(rows[done] as IdentityRow);
	};
	const takeOut = (row: IdentityRow): void => {
		const at = placeOf(row, rows, done);
		if (rows[at]?.id !== row.id) return;
		copyUntil(at);
		done = at + 1;
	};
	for (const row of come) {
		for (let next = gone[taken]; next !== undefined && next.id <= row.id; next = gone[++taken]) takeOut(next);
		copyUntil(placeOf(row, rows, done));
		replaced.push(row);
	}
	for (const row of gone.slice(taken)) takeOut(row);
	copyUntil(rows.length);
	return replaced;
}

/** Index of the first row from `start` on that is not before this one. */
function placeOf({ id }: IdentityRow, rows: readonly IdentityRow[], start: number): number {
	let low = start;
	let high = rows.length;
	while (low < high) {
		const middle = (low + high) >>> 1;
		if ((rows[middle] as IdentityRow).id < id) low = middle + 1;
		else high = middle;
	}
	return low;
}
