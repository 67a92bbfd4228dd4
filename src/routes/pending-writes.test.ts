import { expect, test } from 'vitest';
import type { Library } from '#library/library.ts';
import { PendingWrites, withPendingWrites } from './pending-writes.ts';

/** Every method is known to be one or the other: a new one does not compile until it is named here. */
const isWrite: { readonly [Name in keyof Methods]: boolean } = {
	record: true,
	recordAll: true,
	installDeck: true,
	removeDeck: true,
	writeLocal: true,
	rebuild: true,
	eraseEverything: true,
	decks: false,
	identities: false,
	notes: false,
	note: false,
	asset: false,
	cards: false,
	eachCard: false,
	eachRecord: false,
	eventsOfCards: false,
	logAfter: false,
	refs: false,
	records: false,
	learningDue: false,
	reviewsDue: false,
	unseen: false,
	dueCounts: false,
	dayTotals: false,
	cardEvents: false,
	log: false,
	eventsOnDays: false,
	settings: false,
	readLocal: false,
	verify: false,
	watch: false,
	close: false
};

type Methods = Omit<Library, 'deviceId'>;

test.each(Object.entries(isWrite))('%s keeps a reload waiting: %s', async (name, isCounted) => {
	let finish: () => void = () => undefined;
	const underWay = new Promise<void>((resolve) => (finish = resolve));
	const writes = new PendingWrites();
	const library = withPendingWrites({ [name]: () => underWay } as unknown as Library, writes);
	const call = (library as unknown as Record<string, () => Promise<void>>)[name]?.();
	let isIdle = false;
	const idle = writes.idle().then(() => (isIdle = true));
	await new Promise((resolve) => setTimeout(resolve));
	expect(isIdle).toBe(!isCounted);
	finish();
	await Promise.all([call, idle]);
	expect(isIdle).toBe(true);
});

test('a write that fails keeps nobody waiting', async () => {
	const writes = new PendingWrites();
	const broken = { record: () => Promise.reject(new Error('full')) } as unknown as Library;
	await expect(withPendingWrites(broken, writes).record([])).rejects.toThrow('full');
	await expect(writes.idle()).resolves.toBeUndefined();
});
