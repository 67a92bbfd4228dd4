import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

/** Builds the bare SvelteKit page of `floor/` into a folder of its own. */
export function buildFloor(): { readonly folder: string; remove(): void } {
	const folder = mkdtempSync(join(tmpdir(), 'deckhand-floor-'));
	const { status, stderr } = spawnSync(
		process.execPath,
		[resolve('node_modules/vite/bin/vite.js'), 'build'],
		{
			cwd: 'tests/bench/floor',
			env: { ...process.env, FLOOR_DIR: folder },
			encoding: 'utf8'
		}
	);
	if (status !== 0) throw new Error(`The bare page was not built:\n${stderr}`);
	return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
}
