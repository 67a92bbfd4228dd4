/**
 * Runs while the app's code is still being parsed. Nothing depends on it: the app does the same where this has not run, or
 * has failed.
 */
(() => {
	// SvelteKit reads these, and meets an exception where they are not there: V8 would parse its code a second time for it.
	try {
		sessionStorage['sveltekit:scroll'] ??= '{}';
		sessionStorage['sveltekit:snapshot'] ??= '{}';
	} catch {
		// Storage is refused: then the exception is met.
	}

	/** Opening takes as long as a tenth of the start. Taken over by `src/library/early-database.ts`. */
	const open = () =>
		new Promise((resolve) => {
			const request = indexedDB.open('deckhand', 40);
			let isGivenUp = false;
			const giveUp = () => {
				isGivenUp = true;
				resolve(undefined);
			};
			request.onupgradeneeded = () => request.transaction.abort();
			request.onblocked = giveUp;
			request.onerror = giveUp;
			request.onsuccess = () => {
				const database = request.result;
				// Another tab needs it in a newer version: it is not held against that one.
				database.onversionchange = () => database.close();
				if (isGivenUp) database.close();
				else resolve(database);
			};
		});
	// Where it is refused, the app finds out, and says so.
	globalThis.earlyDatabase = { name: 'deckhand', version: 40, opened: open().catch(() => undefined) };
})();
