import type { DeckId, NoteId } from '#deck/ids.ts';
import { SectionGatherer, type SectionNode } from '#progress/gather-sections.ts';
import { cardRecall } from '#progress/recall-counts.ts';
import { readAppSettings } from '#scheduler/app-settings.ts';
import { momentNow } from '#scheduler/moment.ts';
import type { App } from '../../app.ts';

/** The tree is shown first after this long, while the rest is still being read. */
const firstShownMs = 300;
/** It is built again when this many times as many cards were read: all together it costs little more than once. */
const growth = 2;

/** The sections of a deck with what is known of them, in one pass over its cards, a piece at a time. */
export class DeckSections {
	#notes: ReadonlyMap<NoteId, SectionNode> = $state.raw(new SectionGatherer().notes());
	#read = $state(0);
	#isReading = $state(true);
	#error = $state.raw<unknown>();
	#isClosed = false;
	readonly #app: App;
	readonly #deckId: DeckId;

	constructor(app: App, deckId: DeckId) {
		this.#app = app;
		this.#deckId = deckId;
		void this.read();
	}

	/** By note; as far as it is read yet. */
	get notes(): ReadonlyMap<NoteId, SectionNode> {
		return this.#notes;
	}
	get cardsRead(): number {
		return this.#read;
	}
	get isReading(): boolean {
		return this.#isReading;
	}
	/** Why not all could be read. */
	get error(): unknown {
		return this.#error;
	}

	close(): void {
		this.#isClosed = true;
	}

	read = async (): Promise<void> => {
		this.#error = undefined;
		this.#isReading = true;
		this.#read = 0;
		try {
			await this.#gather();
		} catch (error) {
			this.#error = error;
		}
		this.#isReading = false;
	};

	async #gather(): Promise<void> {
		const { library, clock } = this.#app;
		const [scheduler, settings] = await Promise.all([this.#app.scheduler(), library.settings()]);
		const moment = momentNow(clock, readAppSettings(settings).rolloverHour);
		const gatherer = new SectionGatherer();
		const begunAt = performance.now();
		let read = 0;
		let shown = 0;
		for await (const piece of library.eachCard(this.#deckId)) {
			if (this.#isClosed) return;
			for (const { card, record } of piece) gatherer.add(card, cardRecall(record, scheduler, moment));
			read += piece.length;
			if (performance.now() - begunAt < firstShownMs || read < shown * growth) continue;
			this.#notes = gatherer.notes();
			this.#read = shown = read;
		}
		this.#notes = gatherer.notes();
		this.#read = read;
	}
}
