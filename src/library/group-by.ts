/** Values by key, each group in the order given. (`Map.groupBy` is younger than the browsers and the Node we run on.) */
export function groupBy<Value, Key>(
	values: Iterable<Value>,
	keyOf: (value: Value) => Key
): ReadonlyMap<Key, readonly Value[]> {
	const groups = new Map<Key, Value[]>();
	for (const value of values) {
		const key = keyOf(value);
		const group = groups.get(key);
		if (group) group.push(value);
		else groups.set(key, [value]);
	}
	return groups;
}
