/** What a field must be, and how to say so. */
export interface FieldRule {
	readonly isSound: (value: unknown) => boolean;
	readonly says: string;
	readonly isOptional?: true;
}
export type FieldRules = Readonly<Record<string, FieldRule>>;

/**
 * The fields of something that came from outside, checked; fields without a rule are left out. A plain table and a loop,
 * because a backup may hold a million events.
 * @param path of the value itself, for messages; '' for the whole
 * @throws FieldError
 */
export function readFields(value: unknown, rules: FieldRules, path = ''): Record<string, unknown> {
	if (!isRecord(value)) throw new FieldError(path, 'must be an object');
	const fields: Record<string, unknown> = {};
	for (const name in rules) {
		const rule = rules[name];
		const field = value[name];
		if (rule === undefined || (field === undefined && rule.isOptional)) continue;
		if (!rule.isSound(field)) throw new FieldError(path === '' ? name : `${path}.${name}`, rule.says);
		fields[name] = field;
	}
	return fields;
}

export class FieldError extends Error {
	override readonly name = 'FieldError';
	constructor(
		/** Where: `payload.rating`; '' for the whole. */
		readonly field: string,
		readonly reason: string
	) {
		super(field === '' ? reason : `${field} ${reason}`);
	}
}

export const optional = (rule: FieldRule): FieldRule => ({ ...rule, isOptional: true });

export const wholeNumber = (least = -Number.MAX_SAFE_INTEGER, most = Number.MAX_SAFE_INTEGER): FieldRule => ({
	isSound: (value) => Number.isSafeInteger(value) && (value as number) >= least && (value as number) <= most,
	says: `must be a whole number from ${least} to ${most}`
});

export const number = (least = -Number.MAX_VALUE, most = Number.MAX_VALUE): FieldRule => ({
	isSound: (value) => typeof value === 'number' && value >= least && value <= most,
	says: `must be a number from ${least} to ${most}`
});

export const text = (least = 0, most = 1_000_000): FieldRule => ({
	isSound: (value) => typeof value === 'string' && value.length >= least && value.length <= most,
	says: `must be a text of ${least} to ${most} characters`
});

export const oneOf = (values: readonly unknown[]): FieldRule => ({
	isSound: (value) => values.includes(value),
	says: `must be one of ${values.join(', ')}`
});

export const flag: FieldRule = {
	isSound: (value) => typeof value === 'boolean',
	says: 'must be true or false'
};

export const orNull = (rule: FieldRule): FieldRule => ({
	isSound: (value) => value === null || rule.isSound(value),
	says: `${rule.says}, or null`
});

export const listOf = (rule: FieldRule, most = 100_000): FieldRule => ({
	isSound: (value) => Array.isArray(value) && value.length <= most && value.every(rule.isSound),
	says: `must be a list of which each ${rule.says}`
});

/** Any names, values of one kind. */
export const recordOf = (rule: FieldRule): FieldRule => ({
	isSound: (value) => isRecord(value) && Object.values(value).every(rule.isSound),
	says: `must be an object of which each value ${rule.says}`
});

export const fields = (rules: FieldRules): FieldRule => ({
	isSound: (value) => {
		if (!isRecord(value)) return false;
		for (const name in rules) {
			const rule = rules[name];
			if (rule === undefined || (value[name] === undefined && rule.isOptional)) continue;
			if (!rule.isSound(value[name])) return false;
		}
		return true;
	},
	says: `must be an object with ${Object.keys(rules).join(', ')}`
});

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
	typeof value === 'object' && value !== null && !Array.isArray(value);
