/**
 * Learning steps as people write them: `30s 10m 1h 1d`, a bare number in minutes.
 * @returns seconds each; undefined where a word is no step, or one is shorter than a second or longer than 100 days
 */
export function parseSteps(text: string): readonly number[] | undefined {
	const words = text.split(/[\s,]+/).filter((word) => word !== '');
	const seconds = words.map((word) => {
		const [, amount = '', unit = 'm'] = /^(\d+(?:\.\d+)?)([smhd])?$/.exec(word) ?? [];
		return amount === '' ? NaN : Math.round(Number(amount) * (secondsIn[unit] ?? NaN));
	});
	return seconds.every((step) => step >= 1 && step <= 8_640_000) ? seconds : undefined;
}

/** The shortest way to write steps: `[90, 600, 86400]` is `90s 10m 1d`. */
export function formatSteps(seconds: readonly number[]): string {
	return seconds
		.map((step) => {
			const unit = ['d', 'h', 'm'].find((name) => step % (secondsIn[name] ?? Infinity) === 0) ?? 's';
			return `${step / (secondsIn[unit] ?? 1)}${unit}`;
		})
		.join(' ');
}

const secondsIn: Readonly<Record<string, number>> = { s: 1, m: 60, h: 3_600, d: 86_400 };
