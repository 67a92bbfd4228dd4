/** What is typed is kept this long after the last key. */
const delayMs = 300;

/** What was typed, ticked or put in order on a card, kept a moment after each change. */
export class KeptDraft {
	#text = $state('');
	#timer: ReturnType<typeof setTimeout> | undefined;
	readonly #keep: () => void;

	constructor(keep: () => void) {
		this.#keep = keep;
	}

	get text(): string {
		return this.#text;
	}

	/** By the person. */
	write(text: string): void {
		this.#text = text;
		clearTimeout(this.#timer);
		this.#timer = setTimeout(this.#keep, delayMs);
	}

	/** Another card, or the same one back again: what is kept of it is kept with its place. */
	turnTo(text: string): void {
		this.#text = text;
	}

	close(): void {
		clearTimeout(this.#timer);
	}
}
