/** As long as may pass without the page answering to a finger. */
const sliceMs = 8;

/**
 * Runs steps to their end, letting the page breathe between slices of a few milliseconds.
 * @returns undefined when it is no longer wanted
 */
export async function inSlices<Result>(
	steps: Generator<void, Result>,
	isWanted: () => boolean
): Promise<Result | undefined> {
	let start = performance.now();
	for (;;) {
		const step = steps.next();
		if (step.done === true) return step.value;
		if (performance.now() - start < sliceMs) continue;
		await breathe();
		if (!isWanted()) return undefined;
		start = performance.now();
	}
}

/** Lets waiting events and painting go first. Safari has no `scheduler.yield`. */
function breathe(): Promise<void> {
	const { scheduler } = globalThis as { readonly scheduler?: { readonly yield?: () => Promise<void> } };
	return scheduler?.yield?.() ?? new Promise((resolve) => setTimeout(resolve));
}
