import { paraglideVitePlugin } from '@inlang/paraglide-js';
import { sveltekit } from '@sveltejs/kit/vite';
import { defineConfig } from 'vite';
import { shippedDecks } from './src/compiler-hosts/vite-plugin.ts';
import { startRoute } from './src/shell/is-asked-for.ts';
import { startFile, startName } from './src/shell/start-file.ts';

/** What the first card needs, as it is found from these; one file, since a request costs more than a few kilobytes. */
const firstCard =
	/node_modules\/(svelte|@sveltejs\/kit|devalue|ts-fsrs)\/|client-optimized\/app\.js|src\/scheduler\/scheduler-for\.ts/;

export default defineConfig({
	plugins: [
		startFile(startRoute),
		sveltekit(),
		shippedDecks(),
		paraglideVitePlugin({
			project: './src/messages/project.inlang',
			outdir: './src/paraglide',
			strategy: ['localStorage', 'baseLocale']
		})
	],
	// The same library without what browsers of before 2018 needed; one copy, so its wrapper against two is not needed.
	resolve: { alias: [{ find: /^dexie$/, replacement: 'dexie/dist/modern/dexie.mjs' }] },
	// A worker is one file: its parts would not be on the list of what is kept for offline use.
	worker: { format: 'es', rolldownOptions: { output: { codeSplitting: false } } },
	// Each link element that announces a part costs 10 ms on a phone; what a page starts with is named in its shell.
	build: { modulePreload: false },
	environments: {
		client: {
			build: {
				rolldownOptions: {
					output: {
						codeSplitting: {
							groups: [
								// All styles together are smaller than the requests for their parts.
								{ name: 'style', test: /\.css($|\?)|[?&]lang\.css$/, priority: 3 },
								{ name: startName, test: firstCard, priority: 1 },
								{
									name: 'shared',
									minShareCount: 2,
									entriesAware: true,
									entriesAwareMergeThreshold: 8_000,
									priority: 0
								}
							]
						}
					}
				}
			}
		}
	}
});
