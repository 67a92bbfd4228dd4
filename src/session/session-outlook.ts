import type { CardId } from '#deck/ids.ts';
import type { Library } from '#library/library.ts';
import { liveEvents } from '#review-log/live-events.ts';
import { readAppSettings } from '#scheduler/app-settings.ts';
import { momentNow } from '#scheduler/moment.ts';
import type { Clock } from '#time/clock.ts';
import type { ActionDeps } from './act-on-cards.ts';
import { changeSettings } from './change-settings.ts';
import { gatherCards } from './gather-cards.ts';
import type { SessionScope } from './scope.ts';

import { todayOnly, todayOnlyKey } from './today-only.ts';

/** Where one can go from the end of a session. */
export interface SessionOutlook {
	readonly dueTomorrow: number;
	/** Cards answered "again" today, however they went later. */
	readonly missedToday: readonly CardId[];
	/** Cards never seen, in the decks of the session. */
	readonly unseen: number;
}

export async function readOutlook(
	{ library, clock }: { readonly library: Library; readonly clock: Clock },
	scope: SessionScope
): Promise<SessionOutlook> {
	const { rolloverHour } = readAppSettings(await library.settings());
	const { day } = momentNow(clock, rolloverHour);
	const [due, decks, events] = await Promise.all([
		library.dueCounts(day + 1, day + 1),
		library.decks(),
		library.eventsOnDays(day, day)
	]);
	const missed = liveEvents(events).live.flatMap((event) =>
		event.type === 'review' && event.payload.rating === 1 && event.cardId !== '' ? [event.cardId] : []
	);
	return {
		dueTomorrow: due.get(day + 1) ?? 0,
		missedToday: [...new Set(missed)],
		unseen: decks
			.filter(({ id }) => scope.deckIds?.includes(id) ?? true)
			.reduce((sum, { unseenCount }) => sum + unseenCount, 0)
	};
}

/** Raises the limits of new cards, for this study day only, until so many more fit. */
export async function addNewToday(deps: ActionDeps, scope: SessionScope, count: number): Promise<void> {
	const { library, clock } = deps;
	const [gathered, decks] = await Promise.all([gatherCards(library, clock, scope), library.decks()]);
	const { settings } = gathered;
	const { day } = gathered.moment;
	const values: Record<string, { readonly [name: string]: number }> = {};
	let left = count;
	for (const { id, unseenCount } of decks) {
		const preset = gathered.presets.get(id);
		if (preset === undefined || unseenCount === 0 || left === 0) continue;
		const added = Math.min(left, unseenCount);
		left -= added;
		// What is done counts against the limit, so the limit starts from there.
		const wanted = (gathered.done.get(id)?.new ?? 0) + added;
		const newPerDay = Math.max(wanted, preset.today?.newPerDay ?? preset.newPerDay);
		values[todayOnlyKey(id)] = { ...todayOnly(settings, id, day), day, newPerDay };
	}
	await changeSettings(deps, values);
}
