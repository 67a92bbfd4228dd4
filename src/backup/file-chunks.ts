import { BackupError } from '#interchange/backup-error.ts';

/** Opens a file for reading from its beginning, as often as it is called. */
export type OpenFile = () => AsyncIterable<Uint8Array>;

/** A picked or dropped file, unpacked where it is a `.gz` (by its first bytes, not by its name). */
export const fileChunks = (file: Blob): OpenFile =>
	async function* () {
		const start = new Uint8Array(await file.slice(0, 2).arrayBuffer());
		const isPacked = start[0] === 0x1f && start[1] === 0x8b;
		const stream = isPacked ? file.stream().pipeThrough(new DecompressionStream('gzip')) : file.stream();
		const reader = stream.getReader();
		try {
			for (;;) {
				const { done, value } = await reader.read().catch((error: unknown) => {
					throw isPacked ? new BackupError('cut-off', 1, 'the .gz cannot be unpacked to its end') : error;
				});
				if (done) return;
				yield value;
			}
		} finally {
			// Also when the reader stopped early: the file is not held open.
			await reader.cancel().catch(() => undefined);
		}
	};
