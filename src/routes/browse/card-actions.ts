import type { CardId } from '#deck/ids.ts';
import { m } from '#paraglide/messages.js';
import type { LogEvent } from '#review-log/log-event.ts';
import type { DueChoice } from '#scheduler/parse-due.ts';
import { actOnCards, type ActionDeps } from '#session/act-on-cards.ts';
import { setDue } from '#session/move-due.ts';

/** Something that can be done to many cards at once. */
export interface CardAction {
	readonly name: string;
	/** Said before it is done; absent where nothing is lost that one would not see. */
	readonly warning?: string;
	readonly run: (deps: ActionDeps, cardIds: readonly CardId[]) => Promise<readonly LogEvent[]>;
}

export const suspendAction = (): CardAction => ({
	name: m.browse_suspend(),
	run: (deps, ids) => actOnCards(deps, ids, 'suspend', {})
});

/** Made anew for each use: names are in the language of the moment. */
export const cardActions = (): readonly CardAction[] => [
	suspendAction(),
	{ name: m.browse_unsuspend(), run: (deps, ids) => actOnCards(deps, ids, 'unsuspend', {}) },
	{ name: m.browse_flag(), run: (deps, ids) => actOnCards(deps, ids, 'flag', { flag: 1 }) },
	{ name: m.browse_unflag(), run: (deps, ids) => actOnCards(deps, ids, 'flag', { flag: 0 }) },
	{ name: m.browse_bury(), run: (deps, ids) => actOnCards(deps, ids, 'bury', { cause: 'manual' }) },
	{
		name: m.browse_forget(),
		warning: m.browse_forget_text(),
		run: (deps, ids) => actOnCards(deps, ids, 'reset', { zeroCounts: false })
	}
];

export const setDueAction = (choice: DueChoice): CardAction => ({
	name: m.browse_set_due(),
	run: (deps, ids) => setDue(deps, ids, choice)
});
