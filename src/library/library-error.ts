import { LibraryError, type LibraryErrorCode } from './library.ts';

/** What went wrong, in the library's words. The error that IndexedDB or Dexie gave is its cause. */
export function toLibraryError(error: unknown): LibraryError {
	if (error instanceof LibraryError) return error;
	const chain = [...causes(error)];
	const code = chain.map(({ name }) => codesByName[name]).find((known) => known !== undefined) ?? 'failed';
	const message = chain.map((cause) => `${cause.name}: ${cause.message}`).join(' ← ');
	return new LibraryError(code, message || String(error), { cause: error });
}

/** WebKit closes the connection of a page in the background; Chromium calls a lost one "unknown" as well. */
const codesByName: Readonly<Partial<Record<string, LibraryErrorCode>>> = {
	QuotaExceededError: 'quota-exceeded',
	VersionError: 'newer-version',
	UnknownError: 'connection-lost',
	InvalidStateError: 'connection-lost',
	DatabaseClosedError: 'connection-lost',
	NotReadableError: 'corrupt',
	DataLossError: 'corrupt',
	SecurityError: 'unavailable',
	MissingAPIError: 'unavailable',
	OpenFailedError: 'unavailable'
};

/** The innermost first: the outer ones only say which operation failed. */
function causes(error: unknown, depth = 0): readonly Error[] {
	if (!(error instanceof Error) || depth > 8) return [];
	const { inner, failures } = error as { readonly inner?: unknown; readonly failures?: readonly unknown[] };
	return [...[inner, error.cause, ...(failures ?? [])].flatMap((cause) => causes(cause, depth + 1)), error];
}
