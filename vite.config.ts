import { paraglideVitePlugin } from '@inlang/paraglide-js';
import { sveltekit } from '@sveltejs/kit/vite';
import { defineConfig } from 'vitest/config';
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
	test: {
		projects: [
			{
				extends: true,
				test: {
					name: 'unit',
					environment: 'node',
					include: ['src/**/*.test.ts', 'tests/*.test.ts', 'tests/samples/*.test.ts'],
					testTimeout: 60_000
				}
			}
		]
	}
});
