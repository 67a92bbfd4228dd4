import { BackupError } from '#interchange/backup-error.ts';
import { LibraryError } from '#library/library.ts';
import { m } from '#paraglide/messages.js';
import { libraryProblem } from '../library-problem.ts';

/** Why a backup was not restored, for the person. */
export function backupProblem(error: unknown): string {
	if (error instanceof LibraryError) return libraryProblem(error.code);
	if (error instanceof BackupError) return m.backup_refused({ reason: refusal(error) });
	return m.backup_refused({ reason: error instanceof Error ? error.message : String(error) });
}

function refusal({ code, line }: BackupError): string {
	switch (code) {
		case 'not-a-backup':
			return m.backup_not_ours();
		case 'newer':
			return m.backup_newer();
		case 'cut-off':
			return m.backup_cut_off({ line });
		case 'altered':
			return m.backup_altered();
		case 'invalid-line':
			return m.backup_malformed({ line });
	}
}
