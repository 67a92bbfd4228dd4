import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig } from 'vitest/config';

/** Without the app's own plugins: unit tests need rune modules compiled, and nothing else of the build. */
export default defineConfig({
	plugins: [svelte({ configFile: false })],
	test: {
		environment: 'node',
		include: ['src/**/*.test.ts', 'tests/{faults,project,samples}/**/*.test.ts'],
		testTimeout: 120_000
	}
});
