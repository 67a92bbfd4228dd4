/**
 * Why a file is refused. Codes are stable: not-a-backup: something else altogether; newer: written by a version that knows
 * more; cut-off: the end is missing; altered: its digest or its counts differ; invalid-line: a line says what cannot be.
 */
export type BackupErrorCode = 'not-a-backup' | 'newer' | 'cut-off' | 'altered' | 'invalid-line';

export class BackupError extends Error {
	override readonly name = 'BackupError';
	constructor(
		readonly code: BackupErrorCode,
		/** From 1. */
		readonly line: number,
		readonly reason: string
	) {
		super(`line ${line}: ${reason}`);
	}
}
