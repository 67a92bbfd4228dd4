import { openDexieLibrary } from '#library/dexie-library.ts';
import { LibraryError, type Library } from '#library/library.ts';
import { cardFacts, type CardFacts } from '#progress/card-facts.ts';
import { ReviewGatherer } from '#progress/gather-reviews.ts';
import { createModels } from '#scheduler/models.ts';
import { defaultParameterSet } from '#scheduler/create-memory-model.ts';
import { readParameterSets } from '#scheduler/read-parameter-sets.ts';
import { schedulerFor } from '#scheduler/scheduler-for.ts';
import type { Moment } from '#scheduler/scheduler.ts';
import { randomBytes } from '../system.ts';
import type { Gathered, GatherRequest, GatherResponse } from './gather-messages.ts';

/** Reads the whole log and all cards off the main thread, which scrolls meanwhile. Writes nothing. */
addEventListener('message', (event: MessageEvent<GatherRequest>) => void answer(event.data));
send({ type: 'ready' });

async function answer({ moment }: GatherRequest): Promise<void> {
	try {
		const library = await openDexieLibrary('deckhand', { scheduler: loadScheduler, randomBytes });
		const gathered = await gather(library, moment).finally(() => library.close());
		const { reviews } = gathered;
		const columns = [reviews.card, reviews.day, reviews.hour, reviews.rating];
		const others = [reviews.intervalBefore, reviews.tookMs, reviews.expected];
		send(
			{ type: 'gathered', ...gathered },
			[...columns, ...others].map(({ buffer }) => buffer)
		);
	} catch (error) {
		const message = error instanceof Error ? error.message : String(error);
		send({ type: 'failed', code: error instanceof LibraryError ? error.code : 'failed', message });
	}
}

/** The page has settled the library, so nothing is folded here. */
const loadScheduler = () => Promise.resolve(schedulerFor(new Map()));

async function gather(library: Library, moment: Moment): Promise<Gathered> {
	const [settings, decks, { events }] = await Promise.all([
		library.settings(),
		library.decks(),
		library.verify('heads')
	]);
	const of = events + decks.reduce((sum, { cardCount }) => sum + cardCount, 0);
	let done = 0;
	const advance = (count: number) => send({ type: 'progress', done: (done += count), of });

	const scheduler = schedulerFor(settings);
	const cards: CardFacts[] = [];
	for (const { id } of decks) {
		for await (const known of library.eachCard(id)) {
			for (const { card, record } of known) cards.push(cardFacts(card, record, id, scheduler, moment));
			advance(known.length);
		}
	}
	const gatherer = new ReviewGatherer();
	for await (const piece of library.log()) {
		gatherer.add(piece);
		advance(piece.length);
	}
	const { parameterSets = [], parametersId = defaultParameterSet.id } = readParameterSets(settings);
	return { reviews: gatherer.table(createModels(parameterSets, parametersId).inForce), cards };
}

function send(response: GatherResponse, transfer: Transferable[] = []): void {
	postMessage(response, { transfer });
}
