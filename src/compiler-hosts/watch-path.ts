import { watch } from 'node:fs/promises';

/** Editors save in several steps: wait until they are done. */
const quietMs = 100;

/** Calls back after every change of a file or folder. Never returns by itself. */
export async function watchPath(path: string, onChange: () => Promise<void>): Promise<void> {
	let timer: NodeJS.Timeout | undefined;
	for await (const { filename } of watch(path, { recursive: true })) {
		if (filename?.endsWith('.lock.json') === true || filename?.endsWith('.new') === true) continue;
		clearTimeout(timer);
		timer = setTimeout(() => {
			onChange().catch((error: unknown) => {
				process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
			});
		}, quietMs);
	}
}
