import { createContext } from 'svelte';
import { openDexieLibrary } from '#library/dexie-library.ts';
import type { Library } from '#library/library.ts';
import type { Scheduler } from '#scheduler/scheduler.ts';
import type { Clock } from '#time/clock.ts';
import { assetUrls, type AssetUrls } from './asset-urls.ts';
import { installShippedDecks, type MissingDeck } from './shipped-decks.ts';
import { randomBytes, systemClock } from './system.ts';
import { PendingWrites, withPendingWrites } from './pending-writes.ts';

/** What every page is handed: made once, by the layout. */
export interface App {
	readonly library: Library;
	/** Loaded when first asked for: nothing that is shown before the first answer needs a formula. */
	readonly scheduler: () => Promise<Scheduler>;
	readonly clock: Clock;
	readonly randomBytes: (count: number) => Uint8Array<ArrayBuffer>;
	readonly assetUrl: AssetUrls;
	readonly writes: PendingWrites;
	/** Shipped decks that should be here and could not be had: the app is usable without them. */
	readonly missingDecks: readonly MissingDeck[];
}

export const [getApp, setApp] = createContext<App>();

/** Opens the library of this device, with the shipped decks in it. Rejects with a `LibraryError`. */
export async function openApp(locale: string, onOutdated: () => void): Promise<App> {
	const scheduler = once(async () => {
		const { schedulerFor } = await import('#scheduler/scheduler-for.ts');
		return schedulerFor(await stored.settings());
	});
	const stored = await openDexieLibrary('deckhand', { scheduler, randomBytes, onOutdated });
	const writes = new PendingWrites();
	const library = withPendingWrites(stored, writes);
	const missingDecks = await installShippedDecks(library, locale);
	const assetUrl = assetUrls(library);
	return { library, scheduler, clock: systemClock, randomBytes, assetUrl, writes, missingDecks };
}

function once<Value>(make: () => Promise<Value>): () => Promise<Value> {
	let made: Promise<Value> | undefined;
	return () => {
		made ??= make().catch((error: unknown) => {
			// The next caller tries again: the network, or a new version, may bring what was missing.
			made = undefined;
			throw error;
		});
		return made;
	};
}
