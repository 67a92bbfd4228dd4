import { runInThisContext } from 'node:vm';

/** What `run` returned, or undefined when it was stopped because it took longer. Whatever it was at is stopped where it is. */
export function withinBudget<Value>(
	run: () => Value,
	budgetMs: number
): { readonly value: Value } | undefined {
	// Only a script that the engine itself runs can be stopped; it finds what to run on the global object.
	const global = globalThis as { deckhandRun?: () => Value };
	const outer = global.deckhandRun;
	global.deckhandRun = run;
	try {
		return { value: runInThisContext('globalThis.deckhandRun()', { timeout: Math.ceil(budgetMs) }) as Value };
	} catch (error) {
		if (isTimeout(error)) return undefined;
		throw error;
	} finally {
		if (outer === undefined) delete global.deckhandRun;
		else global.deckhandRun = outer;
	}
}

const isTimeout = (error: unknown): boolean =>
	error instanceof Error && 'code' in error && error.code === 'ERR_SCRIPT_EXECUTION_TIMEOUT';
