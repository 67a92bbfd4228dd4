import type { ReviewSession } from '#session/review-session.svelte.ts';

/**
 * The review that was left to read a note. It stays as it was, with its queue, its undo and what is left of its minutes,
 * and goes on when its address is opened again.
 */
export class KeptReview {
	#kept: { readonly address: string; readonly session: ReviewSession } | undefined;

	/** The query of its page, `?deck=…`; undefined where none is kept. */
	get address(): string | undefined {
		return this.#kept?.address;
	}

	keep(address: string, session: ReviewSession): void {
		this.#kept = { address, session };
	}

	holds(session: ReviewSession): boolean {
		return this.#kept?.session === session;
	}

	/** The review of this address, once; one of another is closed. */
	take(address: string): ReviewSession | undefined {
		const kept = this.#kept;
		this.#kept = undefined;
		if (kept?.address === address) return kept.session;
		kept?.session.close();
		return undefined;
	}
}
