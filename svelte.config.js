import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import adapter from '@sveltejs/adapter-static';
import { vitePreprocess } from '@sveltejs/vite-plugin-svelte';

const basePath = /** @type {'' | `/${string}`} */ (process.env.BASE_PATH ?? '');

/** @type {import('@sveltejs/kit').Config} */
export default {
	preprocess: vitePreprocess(),
	kit: {
		adapter: adapter({
			pages: process.env.BUILD_DIR ?? 'build',
			fallback: '200.html',
			strict: true,
			precompress: true
		}),
		// The page registers it through workbox-window, so that an update waits for consent.
		serviceWorker: { register: false },
		// Chromium parses what is announced as a module anew at each start; what is announced as a script, it finds compiled.
		output: { preloadStrategy: 'preload-js' },
		// The shell answers for deep links too, so its addresses must not depend on the page's depth.
		paths: { base: basePath, relative: false },
		// Read again by each phase of a build: one name for all, even while a file is being saved.
		version: { name: (process.env.DECKHAND_BUILD ??= buildName()) },
		csp: {
			mode: 'hash',
			directives: {
				'default-src': ['none'],
				'script-src': ['self', hashOf(earlyScript())],
				'style-src': ['self'],
				// The one inline style of SvelteKit: its route announcer.
				'style-src-attr': ['unsafe-hashes', 'sha256-S8qMpvofolR8Mpjy4kQvEm7m1q8clzU4dfDH0AmvZjo='],
				'img-src': ['self', 'blob:', 'data:'],
				'media-src': ['self', 'blob:'],
				'font-src': ['self'],
				'connect-src': ['self'],
				'manifest-src': ['self'],
				'worker-src': ['self'],
				'base-uri': ['none'],
				'form-action': ['none'],
				'object-src': ['none'],
				'require-trusted-types-for': ['script'],
				'trusted-types': ['svelte-trusted-html', 'deckhand-card-html', 'deckhand-worker-url']
			}
		}
	}
};

/** Of the script in the shell: what it says is allowed, and nothing else. */
function earlyScript() {
	const [, script] = /<script>([^]*?)<\/script>/.exec(readFileSync('src/app.html', 'utf8')) ?? [];
	if (script === undefined) throw new Error('src/app.html holds no script.');
	return script;
}

/**
 * @param {string} script
 * @returns {`sha256-${string}`}
 */
function hashOf(script) {
	return `sha256-${createHash('sha256').update(script).digest('base64')}`;
}

/**
 * Names the build by a digest of everything it is made from: a new name whenever anything changes (else the
 * service worker would keep a stale shell beside new chunks), the same name for the same sources.
 */
function buildName() {
	const digest = createHash('sha256').update(basePath);
	const inputs = ['package-lock.json', 'svelte.config.js', 'vite.config.ts', 'src', 'static', 'decks'];
	for (const file of inputs.flatMap(filesUnder).sort()) digest.update(file).update(readFileSync(file));
	return digest.digest('hex').slice(0, 12);
}

/** @param {string} path */
function filesUnder(path) {
	if (!statSync(path).isDirectory()) return [path];
	return readdirSync(path, { recursive: true, withFileTypes: true })
		.filter((entry) => entry.isFile())
		.map((entry) => join(entry.parentPath, entry.name))
		.filter((file) => !file.includes('paraglide'));
}
