/** The 21 weights of FSRS-6, as published with fsrs-rs 6 and ts-fsrs 5.4. */
export const fsrs6Defaults: readonly number[] = [
	0.212, 1.2931, 2.3065, 8.2956, 6.4133, 0.8334, 3.0194, 0.001, 1.8722, 0.1666, 0.796, 1.4835, 0.0614, 0.2629,
	1.6483, 0.6014, 1.8729, 0.5425, 0.0912, 0.0658, 0.1542
];

/**
 * Weights fit for use: a vector of FSRS-4.5 (17) or FSRS-5 (19) is brought to 21, each weight into its bounds
 * (fsrs-rs `parameter_clipper`, scheduling rules of FSRS-6). Any other length, or a weight that is no number, gives the
 * defaults. A weight w19 of 0 stays 0: ts-fsrs 5.4.2 lifts it to 0.01, which changes the intervals of migrated sets.
 */
export function readFsrs6Parameters(values: readonly number[]): readonly number[] {
	if (!values.every(Number.isFinite)) return fsrs6Defaults;
	const weights = toFsrs6(values);
	if (weights === undefined) return fsrs6Defaults;
	return weights.map((weight, index) => {
		const [lowest, highest] = bounds[index] ?? [weight, weight];
		return Math.min(Math.max(weight, lowest), highest);
	});
}

function toFsrs6(values: readonly number[]): readonly number[] | undefined {
	if (values.length === 21) return values;
	if (values.length === 19) return [...values, 0, fsrs5Decay];
	if (values.length !== 17) return undefined;
	const [w4 = 0, w5 = 0, w6 = 0] = values.slice(4, 7);
	return [
		...values.slice(0, 4),
		2 * w5 + w4,
		Math.log(3 * w5 + 1) / 3,
		w6 + 0.5,
		...values.slice(7),
		0,
		0,
		0,
		fsrs5Decay
	];
}

const fsrs5Decay = 0.5;

const bounds: readonly (readonly [number, number])[] = [
	[0.001, 100],
	[0.001, 100],
	[0.001, 100],
	[0.001, 100],
	[1, 10],
	[0.001, 4],
	[0.001, 4],
	[0.001, 0.75],
	[0, 4.5],
	[0, 0.8],
	[0.001, 3.5],
	[0.001, 5],
	[0.001, 0.25],
	[0.001, 0.9],
	[0, 4],
	[0, 1],
	[1, 6],
	[0, 2],
	[0, 2],
	[0, 0.8],
	[0.1, 0.8]
];
