/** The route whose code is part of the file the app starts with, as the layout's is. */
export const startRoute = '/review';

/**
 * Whether a page names a script, so that it is asked for before the app's code runs.
 * @param path of the script
 * @param route of the page; null for the page that answers for all addresses
 */
export function isAskedFor(path: string, route: string | null): boolean {
	const [, node] = /\/nodes\/(\d+)\./.exec(path) ?? [];
	// Left behind where that code was, for whoever imports it under its own name: nobody does at the start.
	const isEmptied = node !== undefined && (node === '0' || route === startRoute);
	return !isEmptied;
}
