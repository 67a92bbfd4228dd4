import { onMount } from 'svelte';
import type { Library } from '#library/library.ts';
import { m } from '#paraglide/messages.js';
import type { IconName } from '#ui/Icon.svelte';
import { reviewsSinceBackup } from './backup-reminder.ts';

interface Line {
	readonly icon: IconName;
	readonly text: string;
}

/** Reviews that may rest on one device alone before a backup is asked for. */
const reviewsBeforeReminder = 200;

/** Lines on Today about network, storage and backup: each only when it asks for something. */
export class Attention {
	#isOffline = $state(!navigator.onLine);
	#isPersistent = $state(true);
	#reviewsAtRisk = $state(0);

	constructor(library: Library) {
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
		if (this.#reviewsAtRisk >= reviewsBeforeReminder) {
			lines.push({
				icon: 'warning',
				text: this.#isPersistent
					? m.backup_due({ count: this.#reviewsAtRisk })
					: m.backup_due_storage({ count: this.#reviewsAtRisk })
			});
		}
		return lines;
	}

	async #look(library: Library) {
		this.#reviewsAtRisk = await reviewsSinceBackup(library);
		this.#isPersistent = await navigator.storage.persisted();
	}
}
