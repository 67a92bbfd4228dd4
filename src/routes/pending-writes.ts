import type { Library } from '#library/library.ts';

/** How many writes are on their way: the page must not reload before they are durable. */
export class PendingWrites {
	#count = 0;
	#waiting: (() => void)[] = [];

	async track<Value>(write: Promise<Value>): Promise<Value> {
		this.#count += 1;
		try {
			return await write;
		} finally {
			this.#count -= 1;
			if (this.#count === 0) for (const resume of this.#waiting.splice(0)) resume();
		}
	}

	/** Resolves when nothing is being written. */
	async idle(): Promise<void> {
		while (this.#count > 0) await new Promise<void>((resume) => this.#waiting.push(resume));
	}
}

/** The same library, each of its writes counted while it is under way. */
export function withPendingWrites(library: Library, writes: PendingWrites): Library {
	const counted = new Set<keyof Library>([
		'record',
		'recordAll',
		'installDeck',
		'removeDeck',
		'writeLocal',
		'rebuild',
		'eraseEverything'
	]);
	return new Proxy(library, {
		get(target, name) {
			const member: unknown = Reflect.get(target, name, target);
			if (typeof member !== 'function') return member;
			if (!counted.has(name as keyof Library)) return member.bind(target) as unknown;
			return (...args: readonly unknown[]) =>
				writes.track(Reflect.apply(member, target, args) as Promise<unknown>);
		}
	});
}
