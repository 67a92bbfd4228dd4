import type { CardId } from '#deck/ids.ts';
import { LibraryError } from '#library/library.ts';
import { m } from '#paraglide/messages.js';
import type { LogEvent } from '#review-log/log-event.ts';
import { undoEvents, type ActionDeps } from '#session/act-on-cards.ts';
import { libraryProblem } from '../library-problem.ts';
import type { CardAction } from './card-actions.ts';

/** Written in one transaction; more are written in several, so that the page stays responsive. */
const cardsAtOnce = 500;

/** What was done to cards on this page, and can be undone, last first. */
export class CardChanges {
	/** What happened last, for the person. */
	said = $state('');
	/** Why it was not done, or not all of it. */
	error = $state.raw<LibraryError>();
	/** How often something was done or undone. */
	count = $state(0);
	isBusy = $state(false);
	readonly #deps: ActionDeps;
	readonly #onchange: (cardIds: readonly CardId[]) => Promise<void>;
	#done = $state.raw<readonly { readonly name: string; readonly events: readonly LogEvent[] }[]>([]);

	constructor(deps: ActionDeps, onchange: (cardIds: readonly CardId[]) => Promise<void>) {
		this.#deps = deps;
		this.#onchange = onchange;
	}

	get hasFailed(): boolean {
		return this.error !== undefined;
	}

	get canUndo(): boolean {
		return this.#done.length > 0 && !this.isBusy;
	}

	/** Does it to all of them, and says so. */
	async run({ name, run }: CardAction, cardIds: readonly CardId[]): Promise<void> {
		const events: LogEvent[] = [];
		const count = await this.#inPieces(name, cardIds, async (ids) => {
			events.push(...(await run(this.#deps, ids)));
		});
		if (events.length > 0) this.#done = [...this.#done, { name, events }];
		if (count === cardIds.length) this.said = m.browse_did({ action: name, count, number: count });
		await this.#onchange(cardIds);
	}

	async undo(): Promise<void> {
		const last = this.#done.at(-1);
		if (last === undefined || this.isBusy) return;
		const { name, events } = last;
		const undone = await this.#inPieces(name, events.toReversed(), async (some) => {
			await undoEvents(this.#deps, some.toReversed());
		});
		const left = events.slice(0, events.length - undone);
		this.#done = [...this.#done.slice(0, -1), ...(left.length > 0 ? [{ name, events: left }] : [])];
		if (left.length === 0) this.said = m.browse_undone({ action: name });
		await this.#onchange(events.flatMap(({ cardId }) => (cardId === '' ? [] : [cardId])));
	}

	/** @returns how many were done before it ended or failed */
	async #inPieces<Item>(
		action: string,
		items: readonly Item[],
		write: (piece: readonly Item[]) => Promise<void>
	): Promise<number> {
		this.isBusy = true;
		this.error = undefined;
		let done = 0;
		try {
			while (done < items.length) {
				if (items.length > cardsAtOnce) this.said = m.browse_doing({ action, done, total: items.length });
				await write(items.slice(done, done + cardsAtOnce));
				done = Math.min(items.length, done + cardsAtOnce);
			}
		} catch (error) {
			this.error =
				error instanceof LibraryError ? error : new LibraryError('failed', String(error), { cause: error });
			const reason = libraryProblem(this.error.code);
			this.said =
				done === 0
					? m.browse_not_saved({ reason })
					: m.browse_did_part({ done, total: items.length, reason });
		} finally {
			this.isBusy = false;
			this.count += 1;
		}
		return done;
	}
}
