import { createContext } from 'svelte';
import { openDexieLibrary } from '#library/dexie-library.ts';
import type { LoadScheduler } from '#library/library-options.ts';
import type { Library } from '#library/library.ts';
import type { Scheduler } from '#scheduler/scheduler.ts';
import type { Clock } from '#time/clock.ts';
import { assetUrls, type AssetUrls } from './asset-urls.ts';
import { prepareLibrary } from './first-start/prepare-library.ts';
import { KeptReview } from './review/kept-review.ts';
import type { MissingDeck } from './install-shipped-decks.ts';
import { installShippedDecks } from './shipped-decks.ts';
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
	readonly keptReview: KeptReview;
	/** Shipped decks that should be here and could not be had: the app is usable without them. */
	readonly missingDecks: readonly MissingDeck[];
}

export const [getApp, setApp] = createContext<App>();

/** The app, being opened. */
export interface Opening {
	/** Rejects with a `LibraryError`. */
	readonly app: Promise<App>;
	/** Resolves when the library has to be made, or brought up to date, first. */
	readonly preparing: Promise<void>;
	/** Resolves when another tab brings the library to a newer version; never, as a rule. */
	readonly outdated: Promise<void>;
}

/**
 * Begins to open the library, and brings the shipped decks into it. Needs nothing of the page.
 * @param locale of the interface: the language of the decks
 */
export function openApp(locale: string): Opening {
	let tellPreparing = () => {};
	const preparing = new Promise<void>((resolve) => (tellPreparing = resolve));
	let tellOutdated = () => {};
	const outdated = new Promise<void>((resolve) => (tellOutdated = resolve));
	const scheduler = once(loadScheduler);
	const library = openDexieLibrary('deckhand', {
		scheduler,
		randomBytes,
		onOutdated: () => tellOutdated(),
		prepare(name) {
			tellPreparing();
			return prepareLibrary(name, locale);
		}
	});
	const app = assembleApp(library, () => scheduler(async () => (await library).settings()), locale);
	// The layout says it, which may not be there yet.
	app.catch(() => undefined);
	return { app, preparing, outdated };
}

async function assembleApp(
	opening: Promise<Library>,
	scheduler: App['scheduler'],
	locale: string
): Promise<App> {
	const writes = new PendingWrites();
	const library = withPendingWrites(await opening, writes);
	const missingDecks = await installShippedDecks(library, locale);
	const assetUrl = assetUrls(library);
	const keptReview = new KeptReview();
	return { library, scheduler, clock: systemClock, randomBytes, assetUrl, writes, keptReview, missingDecks };
}

const loadScheduler: LoadScheduler = async (readSettings) => {
	const [{ schedulerFor }, settings] = await Promise.all([
		import('#scheduler/scheduler-for.ts'),
		readSettings()
	]);
	return schedulerFor(settings);
};

function once<Given, Value>(make: (given: Given) => Promise<Value>): (given: Given) => Promise<Value> {
	let made: Promise<Value> | undefined;
	return (given) => {
		made ??= make(given).catch((error: unknown) => {
			// The next caller tries again: the network, or a new version, may bring what was missing.
			made = undefined;
			throw error;
		});
		return made;
	};
}
