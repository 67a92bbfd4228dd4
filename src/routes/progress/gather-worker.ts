import { openDexieLibrary } from '#library/dexie-library.ts';
import { LibraryError, type DeckSummary, type Library } from '#library/library.ts';
import { buildCharts, type ChartSources } from '#progress/build-charts.ts';
import { cardFacts, type CardFacts } from '#progress/card-facts.ts';
import { cardOutline, type CardOutline } from '#progress/card-outline.ts';
import { chartScopes } from '#progress/chart-scope.ts';
import { createModels } from '#scheduler/models.ts';
import { defaultParameterSet } from '#scheduler/create-memory-model.ts';
import { readParameterSets } from '#scheduler/read-parameter-sets.ts';
import { readPreset } from '#scheduler/read-preset.ts';
import { recallCurve } from '#scheduler/recall-curve.ts';
import { schedulerFor } from '#scheduler/scheduler-for.ts';
import type { Moment, Scheduler } from '#scheduler/scheduler.ts';
import { randomBytes } from '../system.ts';
import type { GatherRequest, GatherResponse } from './gather-messages.ts';
import { gatherReviewsOf } from './gather-reviews-of.ts';
import { keepOutlines, keepReviews, readKeptOutlines, readKeptReviews } from './kept-gathering.ts';

/**
 * Reads log and cards off the main thread, which scrolls meanwhile, and builds charts from them as often as it is asked.
 * Writes nothing but what it has gathered, to be spared it the next time.
 */
addEventListener('message', ({ data }: MessageEvent<GatherRequest>) => void answer(data));
send({ type: 'ready' });

let sources: ChartSources | undefined;

async function answer(request: GatherRequest): Promise<void> {
	try {
		const keep = request.type === 'gather' ? await gather(request.moment) : undefined;
		if (sources === undefined) return;
		if (keep !== undefined) send({ type: 'gathered', scopes: chartScopes(sources.cards) });
		send({ type: 'charts', number: request.number, charts: buildCharts(sources, request.scope) });
		await keep?.();
	} catch (error) {
		const message = error instanceof Error ? error.message : String(error);
		send({ type: 'failed', code: codeOf(error), message });
	}
}

/** @returns what keeps it for the next time, and closes the library */
async function gather(moment: Moment): Promise<() => Promise<void>> {
	const library = await openDexieLibrary('deckhand', { scheduler: loadScheduler, randomBytes });
	try {
		return await gatherFrom(library, moment);
	} catch (error) {
		library.close();
		throw error;
	}
}

/** The page has settled the library, so nothing is folded here. */
const loadScheduler = () => Promise.resolve(schedulerFor(new Map()));

async function gatherFrom(library: Library, moment: Moment): Promise<() => Promise<void>> {
	const [settings, decks] = await Promise.all([library.settings(), library.decks()]);
	const [keptOutlines, keptReviews] = await Promise.all([
		readKeptOutlines(library, decks),
		readKeptReviews(library)
	]);
	const { parameterSets = [], parametersId = defaultParameterSet.id } = readParameterSets(settings);
	const { inForce: model, parameters } = createModels(parameterSets, parametersId);
	let done = 0;
	let of = keptOutlines === undefined ? decks.reduce((sum, { cardCount }) => sum + cardCount, 0) : 0;
	const advance = (count: number) => send({ type: 'progress', done: (done += count), of });

	const reviews = await gatherReviewsOf(library, keptReviews, {
		model,
		parameters,
		onCount: (events) => (of += events),
		onRead: advance
	});
	const outlines = keptOutlines ?? (await readOutlines(library, decks, advance));
	const easyDays = new Map(decks.map(({ id }) => [id, readPreset(settings, id).easyDays]));
	const forAll = readPreset(settings).easyDays;
	sources = {
		table: reviews.table,
		cards: await readFacts(library, outlines, schedulerFor(settings), moment),
		today: moment.day,
		easyDaysOf: (deckId) => easyDays.get(deckId) ?? forAll,
		recall: recallCurve(model)
	};
	return async () => {
		try {
			if (reviews !== keptReviews) await keepReviews(library, reviews);
			if (outlines !== keptOutlines) await keepOutlines(library, decks, outlines);
		} catch (error) {
			send({ type: 'not-kept', code: codeOf(error) });
		} finally {
			library.close();
		}
	};
}

async function readOutlines(
	library: Library,
	decks: readonly DeckSummary[],
	advance: (count: number) => void
): Promise<readonly CardOutline[]> {
	const outlines: CardOutline[] = [];
	for (const { id } of decks) {
		for await (const known of library.eachCard(id)) {
			for (const { card } of known) outlines.push(cardOutline(card, id));
			advance(known.length);
		}
	}
	return outlines;
}

async function readFacts(
	library: Library,
	outlines: readonly CardOutline[],
	scheduler: Scheduler,
	moment: Moment
): Promise<readonly CardFacts[]> {
	const outlinesById = new Map(outlines.map((outline) => [outline.id, outline]));
	const facts: CardFacts[] = [];
	for await (const records of library.eachRecord()) {
		for (const record of records) {
			const outline = outlinesById.get(record.cardId);
			if (outline === undefined) continue;
			facts.push(cardFacts(outline, record, scheduler, moment));
			outlinesById.delete(record.cardId);
		}
	}
	for (const outline of outlinesById.values()) facts.push(cardFacts(outline, undefined, scheduler, moment));
	return facts;
}

const codeOf = (error: unknown) => (error instanceof LibraryError ? error.code : 'failed');

function send(response: GatherResponse): void {
	postMessage(response);
}
