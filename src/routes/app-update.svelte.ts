import { Workbox } from 'workbox-window';
import type { PendingWrites } from './pending-writes.ts';
import { trustedScriptUrl } from './trusted-script-url.ts';

const hourMs = 3_600_000;

/** A new version of the app: found, waiting, and put in place when the person says so, never by itself. */
export class AppUpdate {
	#isReady = $state(false);
	#workbox: Workbox | undefined;
	#checkedAt = 0;

	get isReady(): boolean {
		return this.#isReady;
	}

	/** @param scriptUrl address of the service worker; its folder is its scope */
	async watch(scriptUrl: string, writes: PendingWrites): Promise<void> {
		if (!('serviceWorker' in navigator)) return;
		this.#reloadWhenReplaced(writes);
		const workbox = new Workbox(trustedScriptUrl(scriptUrl), { updateViaCache: 'none' });
		workbox.addEventListener('waiting', () => (this.#isReady = true));
		await workbox.register();
		this.#workbox = workbox;
		// An installed app may stay open for weeks.
		document.addEventListener('visibilitychange', () => void this.#lookForUpdate());
	}

	/** The waiting version takes over; every open tab then reloads once. */
	apply = (): void => this.#workbox?.messageSkipWaiting();

	/** workbox-window's own `controlling` event is silent in the tab of the very first visit, so the browser's is used. */
	#reloadWhenReplaced(writes: PendingWrites) {
		let wasControlled = navigator.serviceWorker.controller !== null;
		navigator.serviceWorker.addEventListener('controllerchange', () => {
			if (wasControlled) void writes.idle().then(() => location.reload());
			wasControlled = true;
		});
	}

	async #lookForUpdate() {
		if (document.visibilityState !== 'visible' || Date.now() - this.#checkedAt < hourMs) return;
		this.#checkedAt = Date.now();
		// Without a network there is nothing to look for; the next time the app is shown it tries again.
		await this.#workbox?.update().catch(() => (this.#checkedAt = 0));
	}
}
