import type { DeckId } from '#deck/ids.ts';
import { openDexieLibrary } from '#library/dexie-library.ts';
import { LibraryError, type DeckSummary, type Library } from '#library/library.ts';
import { buildCharts, type ChartSources } from '#progress/build-charts.ts';
import { cardFacts, type CardFacts } from '#progress/card-facts.ts';
import { cardOutline, type CardOutline } from '#progress/card-outline.ts';
import { cardText, type CardText } from '#progress/card-text.ts';
import { chartScopes, type ChartScope } from '#progress/chart-scope.ts';
import { findTroubles } from '#progress/find-troubles.ts';
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
		await perform(request);
	} catch (error) {
		const message = error instanceof Error ? error.message : String(error);
		send({ type: 'failed', code: codeOf(error), message });
	}
}

async function perform(request: GatherRequest): Promise<void> {
	if (request.type === 'build') {
		if (sources !== undefined) sendCharts(sources, request);
		return;
	}
	const library = await openDexieLibrary('deckhand', { scheduler: loadScheduler, randomBytes });
	try {
		const { found, keep } = await gather(library, request.moment, request.type === 'find-troubles');
		if (request.type === 'gather') {
			sources = found;
			send({ type: 'gathered', scopes: chartScopes(found.cards) });
			sendCharts(found, request);
		} else send({ type: 'troubles', troubles: findTroubles(found.texts, found.table) });
		await keep();
	} finally {
		library.close();
	}
}

function sendCharts(
	from: ChartSources,
	{ scope, number }: { readonly scope: ChartScope; readonly number: number }
): void {
	send({ type: 'charts', number, charts: buildCharts(from, scope) });
}

/** The page has settled the library, so nothing is folded here. */
const loadScheduler = () => Promise.resolve(schedulerFor(new Map()));

interface Gathered {
	readonly found: ChartSources & { readonly texts: readonly CardText[] };
	/** For the next time. */
	readonly keep: () => Promise<void>;
}

/** @param withTexts whether the cards' texts are wanted, for which all of them are read */
async function gather(library: Library, moment: Moment, withTexts: boolean): Promise<Gathered> {
	const [settings, decks] = await Promise.all([library.settings(), library.decks()]);
	const [keptOutlines, keptReviews] = await Promise.all([
		readKeptOutlines(library, decks),
		readKeptReviews(library)
	]);
	const { parameterSets = [], parametersId = defaultParameterSet.id } = readParameterSets(settings);
	const { inForce: model, parameters } = createModels(parameterSets, parametersId);
	let done = 0;
	const isReadingCards = keptOutlines === undefined || withTexts;
	let of = isReadingCards ? decks.reduce((sum, { cardCount }) => sum + cardCount, 0) : 0;
	const advance = (count: number) => send({ type: 'progress', done: (done += count), of });

	const reviews = await gatherReviewsOf(library, keptReviews, {
		model,
		parameters,
		onCount: (events) => (of += events),
		onRead: advance
	});
	const read = isReadingCards ? await readCards(library, decks, withTexts, advance) : undefined;
	const outlines = keptOutlines ?? read?.outlines ?? [];
	const easyDays = new Map(decks.map(({ id }) => [id, readPreset(settings, id).easyDays]));
	const forAll = readPreset(settings).easyDays;
	const found = {
		table: reviews.table,
		cards: await readFacts(library, outlines, schedulerFor(settings), moment),
		today: moment.day,
		easyDaysOf: (deckId: DeckId) => easyDays.get(deckId) ?? forAll,
		recall: recallCurve(model),
		texts: read?.texts ?? []
	};
	const keep = async () => {
		try {
			if (reviews !== keptReviews) await keepReviews(library, reviews);
			if (outlines !== keptOutlines) await keepOutlines(library, decks, outlines);
		} catch (error) {
			send({ type: 'not-kept', code: codeOf(error) });
		}
	};
	return { found, keep };
}

async function readCards(
	library: Library,
	decks: readonly DeckSummary[],
	withTexts: boolean,
	advance: (count: number) => void
): Promise<{ readonly outlines: readonly CardOutline[]; readonly texts: readonly CardText[] }> {
	const outlines: CardOutline[] = [];
	const texts: CardText[] = [];
	for (const { id } of decks) {
		for await (const known of library.eachCard(id)) {
			for (const { card, record } of known) {
				outlines.push(cardOutline(card, id));
				if (withTexts) texts.push(cardText(card, record, id));
			}
			advance(known.length);
		}
	}
	return { outlines, texts };
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
