import { paraglideVitePlugin } from '@inlang/paraglide-js';
import { sveltekit } from '@sveltejs/kit/vite';
import { defineConfig } from 'vite';
import { shippedDecks } from './src/compiler-hosts/vite-plugin.ts';

export default defineConfig({
	plugins: [
		sveltekit(),
		shippedDecks(),
		paraglideVitePlugin({
			project: './src/messages/project.inlang',
			outdir: './src/paraglide',
			strategy: ['localStorage', 'baseLocale']
		})
	],
	worker: { format: 'es' },
	environments: {
		client: {
			build: {
				rolldownOptions: {
					output: {
						// A request costs more than a few kilobytes that another page needs: small shared pieces are one file.
						codeSplitting: {
							groups: [
								{
									name: 'shared',
									minShareCount: 2,
									entriesAware: true,
									entriesAwareMergeThreshold: 8_000
								}
							]
						}
					}
				}
			}
		}
	}
});
