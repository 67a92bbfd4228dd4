import { existsSync } from 'node:fs';
import { resolve, sep } from 'node:path';
import type { Plugin, ViteDevServer } from 'vite';
import type { Compilation } from '#compiler/compilation.ts';
import { compileDeckSource } from './compile-deck-source.ts';
import { readLockFile } from './lock-file.ts';
import { deckPathsIn, readDeckSource } from './read-deck-source.ts';
import type { ShippedDeck, ShippedDeckFile } from './shipped-deck.ts';

const virtualId = 'virtual:shipped-decks';
const resolvedId = `\0${virtualId}`;

/**
 * Compiles the decks of a folder into the app. `import decks from 'virtual:shipped-decks'` lists them; each deck is a
 * JSON asset of its own, named by its content, fetched when it is installed. In development it is served from memory
 * and a changed note reloads the page.
 */
export function shippedDecks(folder = 'decks'): Plugin {
	let isBuild = false;
	let base = '/';
	const root = resolve(folder);
	const served = new Map<string, string>();
	return {
		name: 'deckhand-shipped-decks',
		configResolved(config) {
			isBuild = config.command === 'build';
			base = config.base;
		},
		resolveId: (id) => (id === virtualId ? resolvedId : undefined),
		async load(id) {
			if (id !== resolvedId) return undefined;
			const entries: string[] = [];
			for (const path of existsSync(root) ? deckPathsIn(root) : []) {
				const { entry, json } = await compileShipped(path, (message) => this.warn(message));
				const name = `${entry.id}.json`;
				served.set(`/@shipped-decks/${name}`, json);
				const url = isBuild
					? `import.meta.ROLLUP_FILE_URL_${this.emitFile({ type: 'asset', name, source: json })}`
					: JSON.stringify(`${base}@shipped-decks/${name}`);
				entries.push(`{ ...${JSON.stringify(entry)}, url: ${url} }`);
			}
			return `export default [${entries.join(',\n')}];`;
		},
		configureServer(server) {
			server.watcher.add(root);
			server.watcher.on('all', (_event, path) => {
				if (path.startsWith(root + sep) && !path.endsWith('.new')) reload(server);
			});
			server.middlewares.use((request, response, next) => {
				const json = served.get(decodeURI((request.url ?? '').split('?', 1)[0] ?? ''));
				if (json === undefined) {
					next();
					return;
				}
				response.setHeader('content-type', 'application/json');
				response.end(json);
			});
		}
	};
}

function reload(server: ViteDevServer): void {
	const module = server.moduleGraph.getModuleById(resolvedId);
	if (module !== undefined) server.moduleGraph.invalidateModule(module);
	server.ws.send({ type: 'full-reload' });
}

/** Ids come from the lockfile; the build never writes it, so that building twice gives the same bytes. */
async function compileShipped(path: string, warn: (message: string) => void) {
	const source = readDeckSource(path);
	const identities = readLockFile(source.lockPath);
	if (identities === undefined) warn(`${path} has no lockfile: run \`npm run -s compile -- ${path}\` once.`);
	const compilation = await compileDeckSource(source, { ...(identities && { identities }) });
	for (const { severity, code, source: at, message } of compilation.diagnostics) {
		if (severity !== 'info') warn(`${path}: ${at.file}:${at.line}: ${code}: ${message}`);
	}
	return { entry: toEntry(compilation), json: JSON.stringify(toFile(compilation)) };
}

const toEntry = ({ deck, stats }: Compilation): Omit<ShippedDeck, 'url'> => ({
	id: deck.id,
	title: deck.title,
	lang: deck.lang,
	version: deck.version,
	cardCount: stats.cards
});

const toFile = ({ deck, assets, identities }: Compilation): ShippedDeckFile => ({
	deck,
	identities,
	assets: assets.map(({ hash, type, bytes }) => ({
		hash,
		type,
		base64: Buffer.from(bytes).toString('base64')
	}))
});
