import type { CardId, DeckId } from '#deck/ids.ts';
import { openDexieLibrary } from '#library/dexie-library.ts';
import type { Library } from '#library/library.ts';
import { createEventFactory, type EventFactory } from '#review-log/create-event-factory.ts';
import type { LogEvent } from '#review-log/log-event.ts';
import { emptyMark } from '#review-log/mark.ts';
import type { CardRecord } from '#scheduler/card-record.ts';
import { createScheduler } from '#scheduler/create-scheduler.ts';
import { defaultPreset } from '#scheduler/preset.ts';
import { studyDayAt, studyDayStart } from '#time/study-day.ts';
import { bigDeck, cardIdOf } from './big-deck.ts';

/** The part of the library benchmark that runs in the browser; `library.bench.ts` calls it by these names. */
const page = { open, install, restore, parseOnly, answers, reads, verify, erase };
export type LibraryPage = typeof page;
Object.assign(globalThis, { page });

const scheduler = createScheduler();
const clock = { now: () => Date.now(), utcOffsetMinutes: () => 480 };
const randomBytes = (count: number) => crypto.getRandomValues(new Uint8Array(count));
const reviewsPerDay = 1_000;
const today = () => studyDayAt(Date.now(), clock, 4);

let library: Library;
let raw: IDBDatabase;

/** @returns milliseconds until the library is open and has listed its decks */
async function open(name: string): Promise<number> {
	return timed(async () => {
		library = await openDexieLibrary(name, { scheduler, randomBytes });
		await library.decks();
	});
}

async function install(cardCount: number): Promise<number> {
	const deck = bigDeck(cardCount);
	return timed(() => library.installDeck(deck, { origin: 'imported' }));
}

/** Restores a file of events, read as a stream of lines, the way a backup is. */
async function restore(eventCount: number, cardCount: number): Promise<number> {
	const file = backupFile(eventCount, cardCount);
	return timed(() => library.recordAll(readEvents(file)));
}

/** What no restore can be faster than: to read the file and to parse it. */
async function parseOnly(eventCount: number, cardCount: number): Promise<number> {
	const file = backupFile(eventCount, cardCount);
	return timed(async () => {
		let read = 0;
		for await (const batch of readEvents(file)) read += batch.length;
		if (read !== eventCount) throw new Error(`${read} events read`);
	});
}

/**
 * Answers cards, in turn through the library and, as the floor, as two rows in a database without any library.
 * @returns milliseconds of each
 */
async function answers(count: number): Promise<{ ours: number[]; floor: number[] }> {
	raw = await openRaw();
	const factory = createEventFactory({ deviceId: library.deviceId, clock, randomBytes, rolloverHour: 4 });
	const ours: number[] = [];
	const floor: number[] = [];
	// A young library has few reviews due, and steps instead.
	const reviews = await library.reviewsDue(today(), count);
	const steps = await library.learningDue(Date.now(), count - reviews.length);
	for (const { cardId, record } of [...reviews, ...steps]) {
		const event = reviewOf(factory, cardId, record);
		ours.push(await timed(() => library.record([event])));
		floor.push(await timed(() => writeRaw(event)));
	}
	raw.close();
	return { ours, floor };
}

/** What the first card of a session needs. */
async function reads(): Promise<Record<string, number>> {
	const due = await library.reviewsDue(today(), 50);
	const [deck] = await library.decks();
	const deckId = deck?.id ?? ('' as DeckId);
	const [first] = [...due, ...(await library.unseen(deckId, 20))];
	return {
		decks: await median(() => library.decks()),
		reviewsDue50: await median(() => library.reviewsDue(today(), 50)),
		learningDue: await median(() => library.learningDue(Date.now(), 50)),
		unseen20: await median(() => library.unseen(deckId, 20)),
		oneCard: await median(() => library.cards(first ? [first.cardId] : [])),
		fiftyCards: await median(() => library.cards(due.map(({ cardId }) => cardId))),
		dueCounts90: await median(() => library.dueCounts(today(), today() + 90)),
		dayTotals365: await median(() => library.dayTotals(today() - 365, today())),
		settings: await median(() => library.settings())
	};
}

async function verify(): Promise<{ ms: number; isSound: boolean; events: number }> {
	let report = await library.verify('heads');
	const ms = await timed(async () => (report = await library.verify()));
	return { ms, isSound: report.isSound, events: report.events };
}

async function erase(): Promise<void> {
	await library.eraseEverything();
	library.close();
}

async function timed(work: () => PromiseLike<unknown>): Promise<number> {
	const start = performance.now();
	await work();
	return performance.now() - start;
}

async function median(work: () => PromiseLike<unknown>): Promise<number> {
	const times: number[] = [];
	for (let run = 0; run < 9; run++) times.push(await timed(work));
	return times.sort((a, b) => a - b)[4] ?? 0;
}

/** Lines of JSON, in the order of time, two devices taking turns by day; each card is reviewed about equally often. */
function backupFile(eventCount: number, cardCount: number): Blob {
	const parts: string[] = [];
	for (let from = 0; from < eventCount; from += 10_000) {
		const size = Math.min(10_000, eventCount - from);
		parts.push(
			Array.from(
				{ length: size },
				(_, index) => JSON.stringify(oldEvent(from + index, eventCount, cardCount)) + '\n'
			).join('')
		);
	}
	return new Blob(parts);
}

function oldEvent(index: number, eventCount: number, cardCount: number): LogEvent {
	const day = today() - Math.ceil(eventCount / reviewsPerDay) + Math.floor(index / reviewsPerDay);
	const at = day * 86_400_000 + (index % reviewsPerDay) * 20_000;
	const hex = at.toString(16).padStart(12, '0');
	const digits = (index * 2_654_435_761).toString(16).padStart(16, '0').slice(-16);
	const id = `${hex.slice(0, 8)}-${hex.slice(8)}-7${digits.slice(0, 3)}-8${digits.slice(3, 6)}-${digits.slice(4)}`;
	const cardId = cardIdOf((index * 7_919) % cardCount);
	return {
		id,
		deviceId: day % 2 ? 'a1b2c3d4e5f60718' : '18070f6e5d4c3b2a',
		cardId,
		type: 'review',
		at,
		hlc: at,
		tzOffset: 480,
		day,
		payload: {
			rating: index % 9 === 0 ? 1 : 3,
			tookMs: 3_000 + (index % 5_000),
			mode: 'normal',
			intervalDays: index % 9 === 0 ? 0 : 2 ** Math.min(10, Math.floor(index / cardCount)),
			desiredRetention: 0.9,
			parametersId: 'fsrs6',
			prefix: emptyMark
		},
		v: 1
	};
}

/** Batches of parsed lines. */
async function* readEvents(file: Blob): AsyncGenerator<readonly LogEvent[]> {
	let rest = '';
	const reader = file.stream().pipeThrough(new TextDecoderStream()).getReader();
	for (;;) {
		const { value, done } = await reader.read();
		const lines = (rest + (value ?? '')).split('\n');
		rest = lines.pop() ?? '';
		yield lines.map((line) => JSON.parse(line) as LogEvent);
		if (done) return;
	}
}

function reviewOf(factory: EventFactory, cardId: CardId, known: CardRecord): LogEvent {
	const at = Date.now();
	const day = studyDayAt(at, clock, 4);
	const moment = { at, day, nextDayAt: studyDayStart(day + 1, clock, 4) };
	const previews = scheduler.previewRatings(known, moment, defaultPreset);
	const payload = scheduler.reviewPayload(known, {
		rating: 3,
		previews,
		preset: defaultPreset,
		tookMs: 4_000,
		mode: 'normal'
	});
	return factory.create('review', cardId, payload, known.last?.hlc);
}

function openRaw(): Promise<IDBDatabase> {
	return new Promise((resolve, reject) => {
		const request = indexedDB.open('raw', 1);
		request.onupgradeneeded = () => {
			request.result.createObjectStore('log', { keyPath: 'id' });
			request.result.createObjectStore('states', { keyPath: 'cardId' }).createIndex('due', 'due');
		};
		request.onsuccess = () => resolve(request.result);
		request.onerror = () => reject(request.error ?? new Error('raw'));
	});
}

/** One event and one state, as strictly durable as ours. */
function writeRaw(event: LogEvent): Promise<void> {
	return new Promise((resolve, reject) => {
		const transaction = raw.transaction(['log', 'states'], 'readwrite', { durability: 'strict' });
		transaction.objectStore('log').add(event);
		transaction
			.objectStore('states')
			.put({ cardId: event.cardId, due: event.day + 3, stability: 3.2, difficulty: 5 });
		transaction.oncomplete = () => resolve();
		transaction.onabort = () => reject(transaction.error ?? new Error('raw'));
	});
}
