import type { Plugin, Rolldown } from 'vite';

/** Of the file that holds what the first card needs. */
export const startName = 'start';

/**
 * Tells V8 to compile every function of a file at once. It does so when it keeps the file's code for the next start, which then
 * finds all of it compiled: without this the code is kept as it was after the file's own statements, and the hundreds of
 * functions that a start calls are parsed and compiled one by one, each time. Source: "Explicit Compile Hints" (Chromium 136);
 * others take it for a comment.
 */
export const compileHint = '//# allFunctionsCalledOnLoad';

/** What is in such a file: all of it is called by the first answer, while somebody waits. */
const answerCode = /\/src\/library\/record-events\.ts$/;

/** SvelteKit's list of routes and of the code of each. */
const routeList = /\/generated\/client-optimized\/app\.js$/;

/**
 * Makes the layout and one route part of the file the app starts with: as files of their own they would be two more requests,
 * made only once the router runs.
 * @param route id of a route, like '/review'
 */
export function startFile(route: string): Plugin {
	return {
		name: 'deckhand-start-file',
		apply: 'build',
		transform: (code, id) => (routeList.test(id) ? withStatic(code, [0, nodeOf(code, route)]) : undefined),
		generateBundle: {
			order: 'post',
			handler(_, bundle) {
				for (const file of Object.values(bundle))
					if (file.type === 'chunk' && isCalledInFull(file)) file.code = `${compileHint}\n${file.code}`;
			}
		}
	};
}

const isCalledInFull = ({ name, isEntry, moduleIds }: Rolldown.OutputChunk): boolean =>
	(name === startName && !isEntry) || moduleIds.some((id) => answerCode.test(id));

/**
 * Nodes imported with the list itself, instead of when they are asked for.
 * @param code of SvelteKit's list of routes
 * @param nodes numbers in that list
 */
export function withStatic(code: string, nodes: readonly number[]): string {
	const imports = nodes.map((node) => `import * as node${node} from './nodes/${node}';\n`);
	return nodes.reduce(
		(changed, node) => {
			const lazy = `() => import('./nodes/${node}')`;
			if (!changed.includes(lazy)) throw new Error(`SvelteKit's list of routes has no ${lazy}.`);
			return changed.replace(lazy, `async () => node${node}`);
		},
		imports.join('') + code
	);
}

/** The number of a route's page in SvelteKit's list of routes. */
export function nodeOf(code: string, route: string): number {
	const [, node] = new RegExp(`"${route}": \\[~?(\\d+)`).exec(code) ?? [];
	if (node === undefined) throw new Error(`SvelteKit's list of routes has no ${route}.`);
	return Number(node);
}
