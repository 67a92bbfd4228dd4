import type { CardId, DeckId } from '#deck/ids.ts';
import type { CardRef, DayTotals, DueCard, Library, UnseenCard } from '#library/library.ts';
import type { LogEvent, SettingValue } from '#review-log/log-event.ts';
import { readAppSettings, type AppSettings } from '#scheduler/app-settings.ts';
import { longestBalancedDays } from '#scheduler/load-balance.ts';
import { momentNow } from '#scheduler/moment.ts';
import { newRecord } from '#scheduler/new-record.ts';
import type { Preset } from '#scheduler/preset.ts';
import { readPreset } from '#scheduler/read-preset.ts';
import type { Moment } from '#scheduler/scheduler.ts';
import type { Clock } from '#time/clock.ts';
import type { StudyDay } from '#time/study-day.ts';
import { comeBackOptions } from './come-back-choice.ts';
import type { DoneToday, LimitOptions } from './day-limits.ts';
import { askedToday } from './done-today.ts';
import type { SessionScope } from './scope.ts';
import { todayOnly } from './today-only.ts';

/** All that a queue is built from, read through indexes: what is due, what is new and wanted, what was done today. */
export interface Gathered {
	readonly moment: Moment;
	readonly settings: ReadonlyMap<string, SettingValue>;
	readonly app: AppSettings;
	readonly learning: readonly DueCard[];
	readonly reviews: readonly DueCard[];
	/** In the order of decks and notes. */
	readonly unseen: readonly DueCard[];
	readonly presets: ReadonlyMap<DeckId, Preset & LimitOptions>;
	readonly done: ReadonlyMap<DeckId, DoneToday>;
	/** Sibling groups asked today, each with the cards that were. */
	readonly groupsToday: ReadonlyMap<string, ReadonlySet<CardId>>;
	/** Spent on answers today. */
	readonly doneMs: number;
	/** All events of this study day, in log order. */
	readonly events: readonly LogEvent[];
	/** What was done on each of the last 14 study days, those without any left out. */
	readonly habit: readonly DayTotals[];
	/** Reviews due on each day from today, as far as load balancing looks. */
	readonly dueCounts: ReadonlyMap<StudyDay, number>;
}

/** Nobody reviews more in a day; what is read beyond it would only slow the start. */
const mostReviews = 5_000;
const mostLearning = 1_000;

export async function gatherCards(library: Library, clock: Clock, scope: SessionScope): Promise<Gathered> {
	const settings = await library.settings();
	const app = readAppSettings(settings);
	const moment = momentNow(clock, app.rolloverHour);
	const { day } = moment;
	const [decks, learning, reviews, events, totals, dueCounts] = await Promise.all([
		library.decks(),
		library.learningDue(moment.nextDayAt - 1, mostLearning),
		library.reviewsDue(day + (scope.aheadDays ?? 0), mostReviews),
		library.eventsOnDays(day, day),
		library.dayTotals(day - habitDays, day),
		readDueCounts(library, day)
	]);
	const deckIds = decks.map(({ id }) => id).filter((id) => scope.deckIds?.includes(id) ?? true);
	const presets = new Map(deckIds.map((id) => [id, presetToday(settings, id, day)]));
	const asked = askedToday(events);
	const cardsToday = [...asked.kindsByCard.keys()];
	const refs = cardsToday.length === 0 ? [] : await library.refs(cardsToday);
	const { done, groupsToday } = tallyToday(refs, asked.kindsByCard);
	const isWanted = (ref: CardRef) => isInScope(ref, scope, presets);
	const isFree = ({ record }: DueCard) => !isBuried(record.buriedUntilDay, day);
	const taken = new Set([
		...groupsToday.keys(),
		...[...learning, ...reviews].map(({ siblingGroup }) => siblingGroup)
	]);
	const unseen = await gatherUnseen(library, presets, scope, ({ siblingGroup, record }) =>
		taken.has(siblingGroup) || isBuried(record?.buriedUntilDay ?? null, day) ? undefined : siblingGroup
	);
	return {
		moment,
		settings,
		app,
		learning: learning.filter((card) => isWanted(card) && isFree(card)),
		reviews: reviews.filter((card) => isWanted(card) && isFree(card)),
		unseen: unseen.filter((card) => isWanted(card) && isFree(card)),
		presets,
		done,
		groupsToday,
		events,
		doneMs: totals.get(day)?.tookMs ?? 0,
		habit: Array.from(totals).flatMap(([of, total]) => (of < day ? [total] : [])),
		dueCounts
	};
}

export const readDueCounts = (
	library: Pick<Library, 'dueCounts'>,
	today: StudyDay
): Promise<ReadonlyMap<StudyDay, number>> => library.dueCounts(today, today + longestBalancedDays + 10);

const presetToday = (
	settings: ReadonlyMap<string, SettingValue>,
	deckId: DeckId,
	day: StudyDay
): Preset & LimitOptions => ({
	...readPreset(settings, deckId),
	...comeBackOptions(settings, day),
	today: todayOnly(settings, deckId, day)
});

const isInScope = (ref: CardRef, scope: SessionScope, decks: ReadonlyMap<DeckId, unknown>) =>
	decks.has(ref.deckId) &&
	(scope.noteIds?.includes(ref.noteId) ?? true) &&
	(scope.cardIds?.includes(ref.cardId) ?? true);

const isBuried = (until: StudyDay | null, day: StudyDay) => until !== null && day < until;

/** @param freeGroup the group of a card's siblings; undefined where the card may have to wait */
async function gatherUnseen(
	library: Library,
	presets: ReadonlyMap<DeckId, Preset & LimitOptions>,
	scope: SessionScope,
	freeGroup: (card: UnseenCard) => string | undefined
): Promise<readonly DueCard[]> {
	const asked = await cardIdsOf(library, presets, scope);
	if (asked !== undefined) return unseenOf(library, asked);
	const lists = Array.from(presets, ([deckId, preset]) => firstUnseen(library, deckId, preset, freeGroup));
	return (await Promise.all(lists)).flat().map(withRecord);
}

/**
 * As many as fill the day, were all the others of their groups passed over; only where the first few do not, or are not
 * taken in order, many more are read.
 */
async function firstUnseen(
	library: Library,
	deckId: DeckId,
	{ newPerDay, newOrder, today }: Preset & LimitOptions,
	freeGroup: (card: UnseenCard) => string | undefined
): Promise<readonly UnseenCard[]> {
	const wanted = today?.newPerDay ?? newPerDay;
	if (wanted === 0) return [];
	const few = newOrder === 'random' ? 0 : wanted * 2 + 10;
	const first = few === 0 ? [] : await library.unseen(deckId, few);
	const groups = new Set(first.flatMap((card) => freeGroup(card) ?? []));
	const isEnough = few > 0 && (first.length < few || groups.size >= wanted);
	return isEnough ? first : library.unseen(deckId, wanted * 10 + 50);
}

/** Where the scope is narrower than whole decks: the first unseen cards of a deck may all lie outside of it. */
async function cardIdsOf(
	library: Library,
	presets: ReadonlyMap<DeckId, unknown>,
	{ cardIds, noteIds }: SessionScope
): Promise<readonly CardId[] | undefined> {
	if (cardIds !== undefined || noteIds === undefined) return cardIds;
	const notes = await Promise.all([...presets.keys()].map((deckId) => library.notes(deckId)));
	return notes.flat().flatMap(({ id, cardIds: ids }) => (noteIds.includes(id) ? ids : []));
}

async function unseenOf(library: Library, cardIds: readonly CardId[]): Promise<readonly DueCard[]> {
	const [refs, records] = await Promise.all([library.refs(cardIds), library.records(cardIds)]);
	return refs.flatMap((ref, index) => {
		const card = ref && withRecord({ ...ref, record: records[index] });
		return card && card.record.state.kind === 'new' && !card.record.isSuspended ? [card] : [];
	});
}

/** A new card has a record only where something was done to it: buried, flagged, forgotten. */
const withRecord = (card: UnseenCard): DueCard => ({
	...card,
	record: card.record ?? newRecord(card.cardId)
});

function tallyToday(
	refs: readonly (CardRef | undefined)[],
	kindsByCard: ReadonlyMap<CardId, 'new' | 'review'>
): Pick<Gathered, 'done' | 'groupsToday'> {
	const done = new Map<DeckId, DoneToday>();
	const groupsToday = new Map<string, Set<CardId>>();
	for (const ref of refs) {
		if (ref === undefined) continue;
		const isNew = kindsByCard.get(ref.cardId) === 'new';
		const sofar = done.get(ref.deckId) ?? { new: 0, reviews: 0 };
		done.set(ref.deckId, {
			new: sofar.new + Number(isNew),
			reviews: sofar.reviews + Number(!isNew)
		});
		const group = groupsToday.get(ref.siblingGroup) ?? new Set();
		groupsToday.set(ref.siblingGroup, group.add(ref.cardId));
	}
	return { done, groupsToday };
}

const habitDays = 14;
