/** JSON without spaces, its names sorted: equal values have equal texts. Undefined members are left out. */
export const canonicalJson = (value: unknown): string => JSON.stringify(sorted(value));

function sorted(value: unknown): unknown {
	if (typeof value !== 'object' || value === null) return value;
	if (Array.isArray(value)) return value.map(sorted);
	const names = Object.keys(value).sort();
	// A member named `__proto__` must be a member, so it is defined, not assigned.
	return Object.fromEntries(names.map((name) => [name, sorted((value as Record<string, unknown>)[name])]));
}
