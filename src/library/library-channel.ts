import type { LibraryChange } from './library.ts';

/** Tells the other tabs of the same library what was written. Opened when first needed. */
export class LibraryChannel {
	readonly #name: string;
	#channel: BroadcastChannel | undefined;
	readonly #watchers = new Set<(change: LibraryChange) => void>();

	constructor(name: string) {
		this.#name = `library:${name}`;
	}

	tell(change: LibraryChange): void {
		this.#open()?.postMessage(change);
	}

	watch(onChange: (change: LibraryChange) => void): () => void {
		this.#open();
		this.#watchers.add(onChange);
		return () => {
			this.#watchers.delete(onChange);
		};
	}

	close(): void {
		this.#channel?.close();
		this.#channel = undefined;
		this.#watchers.clear();
	}

	#open(): BroadcastChannel | undefined {
		if (typeof BroadcastChannel === 'undefined') return undefined;
		if (!this.#channel) {
			this.#channel = new BroadcastChannel(this.#name);
			this.#channel.onmessage = ({ data }: MessageEvent<LibraryChange>) => {
				for (const watcher of this.#watchers) watcher(data);
			};
			// In Node an open channel would keep the process alive.
			(this.#channel as { unref?: () => void }).unref?.();
		}
		return this.#channel;
	}
}
