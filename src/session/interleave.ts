/**
 * Two lists merged evenly, each in its own order: of the two next items comes the one that is further behind, measured by
 * (n1 + 1) / (n2 + 1) (Anki `queue/builder/intersperser.rs`).
 */
export function interleave<Item>(first: readonly Item[], second: readonly Item[]): readonly Item[] {
	const ratio = (first.length + 1) / (second.length + 1);
	const merged: Item[] = [];
	let one = 0;
	let two = 0;
	while (one < first.length || two < second.length) {
		const isSecond = one >= first.length || (two < second.length && (two + 1) * ratio < one + 1);
		const item = isSecond ? second[two++] : first[one++];
		if (item !== undefined) merged.push(item);
	}
	return merged;
}
