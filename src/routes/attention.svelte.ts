import { onMount } from 'svelte';
import { resolve } from '$app/paths';
import { m } from '#paraglide/messages.js';
import type { IconName } from '#ui/Icon.svelte';
import type { App } from './app.ts';
import { reviewsSinceBackup } from './backup-reminder.ts';
import { problemOf } from './problem-of.ts';

interface Line {
	readonly icon: IconName;
	readonly text: string;
	/** Where something can be done about it. */
	readonly href?: string;
}

/** Reviews that may rest on one device alone before a backup is asked for. */
const reviewsBeforeReminder = 200;

/** Lines on Today about network, storage and backup: each only when it asks for something. */
export class Attention {
	#isOffline = $state(!navigator.onLine);
	#isPersistent = $state(true);
	#reviewsAtRisk = $state(0);
	#error = $state.raw<unknown>();
	readonly #missing: App['missingDecks'];

	constructor({ library, missingDecks }: App) {
		this.#missing = missingDecks;
		void this.#look(library);
		onMount(() => {
			const listen = () => (this.#isOffline = !navigator.onLine);
			addEventListener('online', listen);
			addEventListener('offline', listen);
			return () => {
				removeEventListener('online', listen);
				removeEventListener('offline', listen);
			};
		});
	}

	get lines(): readonly Line[] {
		const lines: Line[] = [];
		if (this.#isOffline) lines.push({ icon: 'offline', text: m.offline() });
		for (const { deck } of this.#missing) {
			lines.push({
				icon: 'warning',
				text: m.today_deck_missing({ title: deck.title }),
				href: resolve('/decks')
			});
		}
		if (this.#reviewsAtRisk >= reviewsBeforeReminder) {
			const count = this.#reviewsAtRisk;
			const text = this.#isPersistent ? m.backup_due({ count }) : m.backup_due_storage({ count });
			lines.push({ icon: 'warning', text, href: resolve('/settings') });
		}
		if (this.#error !== undefined) lines.push({ icon: 'warning', text: problemOf(this.#error) });
		return lines;
	}

	async #look(library: App['library']) {
		try {
			this.#reviewsAtRisk = await reviewsSinceBackup(library);
		} catch (error) {
			this.#error = error;
		}
		// A browser that does not say so is taken for one that may clear.
		this.#isPersistent = await isPersisted();
	}
}

async function isPersisted(): Promise<boolean> {
	try {
		return await navigator.storage.persisted();
	} catch {
		return false;
	}
}
