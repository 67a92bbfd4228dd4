/** The same order every time for the same seed: a killed page comes back as it was. Never the order given, if it can be helped. */
export function shuffled<Item>(items: readonly Item[], seed: string): readonly Item[] {
	const mixed = [...items];
	let state = 2166136261;
	for (const sign of seed) state = Math.imul(state ^ sign.charCodeAt(0), 16777619);
	for (let index = mixed.length - 1; index > 0; index--) {
		state = Math.imul(state ^ (state >>> 15), 2246822519) + 0x9e3779b9;
		const other = (state >>> 0) % (index + 1);
		[mixed[index], mixed[other]] = [mixed[other] as Item, mixed[index] as Item];
	}
	const isAsGiven = mixed.every((item, index) => item === items[index]);
	return isAsGiven && mixed.length > 1 ? [...mixed.slice(1), mixed[0] as Item] : mixed;
}
