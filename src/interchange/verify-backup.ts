import { noCounts, type BackupCounts, type BackupRecord } from './backup-format.ts';
import { readBackup, type ReadOptions } from './read-backup.ts';

/**
 * Reads a file to its end without keeping any of it.
 * @param look is shown every record on the way; none is to be believed before this resolves
 * @returns how many records of each kind it holds
 * @throws BackupError where the file is not to be trusted
 */
export async function verifyBackup(
	chunks: AsyncIterable<Uint8Array>,
	options: ReadOptions & { readonly look?: (record: BackupRecord) => void } = {}
): Promise<BackupCounts> {
	const counts = { ...noCounts };
	for await (const records of readBackup(chunks, options)) {
		for (const record of records) {
			counts[record.t]++;
			options.look?.(record);
		}
	}
	return counts;
}
