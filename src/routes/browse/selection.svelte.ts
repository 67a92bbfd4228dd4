import { SvelteSet } from 'svelte/reactivity';
import type { CardId } from '#deck/ids.ts';

/** Which cards of a list are selected. Beginning to select is a mode, so that a finger can do it too. */
export class Selection {
	isActive = $state(false);
	readonly #ids = new SvelteSet<CardId>();
	/** Where an extension begins. */
	#anchor = 0;

	get size(): number {
		return this.#ids.size;
	}

	has = (id: CardId): boolean => this.#ids.has(id);

	/** Turns one card's selection round, or selects all from the last one to this. */
	pick(ids: readonly CardId[], index: number, isExtending: boolean): void {
		this.isActive = true;
		const id = ids[index];
		if (id === undefined) return;
		if (isExtending) {
			for (const one of ids.slice(Math.min(this.#anchor, index), Math.max(this.#anchor, index) + 1))
				this.#ids.add(one);
			return;
		}
		this.#anchor = index;
		if (!this.#ids.delete(id)) this.#ids.add(id);
	}

	selectAll(ids: readonly CardId[]): void {
		for (const id of ids) this.#ids.add(id);
	}

	/** Those of the list that are selected, in its order. */
	of(ids: readonly CardId[]): readonly CardId[] {
		return ids.filter((id) => this.#ids.has(id));
	}

	end = (): void => {
		this.#ids.clear();
		this.isActive = false;
		this.#anchor = 0;
	};
}
