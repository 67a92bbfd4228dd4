import type { LibraryErrorCode } from '#library/library.ts';
import { m } from '#paraglide/messages.js';

/** What a person reads when the library could not do something: what happened, and what helps. */
export function libraryProblem(code: LibraryErrorCode): string {
	switch (code) {
		case 'quota-exceeded':
			return m.problem_quota();
		case 'connection-lost':
			return m.problem_connection();
		case 'blocked':
			return m.problem_blocked();
		case 'newer-version':
			return m.problem_newer();
		case 'unavailable':
			return m.problem_unavailable();
		case 'corrupt':
			return m.problem_corrupt();
		case 'failed':
			return m.problem_failed();
	}
}
