import { SvelteSet } from 'svelte/reactivity';
import { renderInWorker } from '#compiler-hosts/render-in-worker.ts';
import workerUrl from '#compiler-hosts/worker.ts?worker&url';
import type { Card } from '#deck/card.ts';
import type { Note, OpenQuestion } from '#deck/deck.ts';
import type { NoteId } from '#deck/ids.ts';
import type { DeckSummary, LibraryChange } from '#library/library.ts';
import { buildNoteRecall, sectionAt, type NoteRecall } from '#progress/build-note-recall.ts';
import {
	cardRecall,
	isMastered,
	noCards,
	type CardRecall,
	type RecallCounts
} from '#progress/recall-counts.ts';
import { readAppSettings } from '#scheduler/app-settings.ts';
import type { CardRecord } from '#scheduler/card-record.ts';
import { momentNow } from '#scheduler/moment.ts';
import type { App } from '../../app.ts';
import { trustedScriptUrl } from '../../trusted-script-url.ts';
import { outlineOf, sectionsAround, type NoteOutline, type OutlinePiece } from './note-outline.ts';

/** A card of the note, and where it stands today. */
export interface NoteCard extends CardRecall {
	readonly card: Card;
	readonly record: CardRecord | undefined;
	/** Of the innermost section that holds it; -1 for the note itself. */
	readonly section: number;
	readonly line: number;
}

/** So many parts are drawn at once; the rest follow while nothing else is to do. */
const partsAtOnce = 60;

/** A note on the screen: its text in sections, what is known of each, which are folded. */
export class NoteReading {
	readonly note: Note;
	/** Undefined where it was removed meanwhile. */
	readonly deck: DeckSummary | undefined;
	readonly outline: NoteOutline;
	#cards: readonly NoteCard[] = $state.raw([]);
	readonly #recall: NoteRecall = $derived.by(() => buildNoteRecall(this.outline.sections, this.#cards));
	readonly #folded = new SvelteSet<number>();
	/** Parts drawn so far. */
	#drawn = $state(partsAtOnce);
	/** Why what is known of the cards could not be read again. */
	error = $state.raw<unknown>();
	/** The lines that the address asks for. */
	asked = $state.raw<{ readonly line: number; readonly endLine: number }>();

	readonly #app: App;
	readonly #unwatch: () => void;
	#growing: ReturnType<typeof setTimeout> | undefined;

	/** Undefined where no deck holds the note. Rejects with a `LibraryError`, or with why it could not be rendered. */
	static async open(app: App, noteId: NoteId, signal: AbortSignal): Promise<NoteReading | undefined> {
		const [note, decks] = await Promise.all([app.library.note(noteId), app.library.decks()]);
		if (note === undefined) return undefined;
		const startWorker = () => new Worker(trustedScriptUrl(workerUrl), { type: 'module' });
		const { file, lang, markdown, images, title } = note;
		const plain = { file, lang, markdown, ...(images && { images }) };
		const outline = outlineOf(await renderInWorker(startWorker, plain, signal), title);
		const reading = new NoteReading(
			app,
			note,
			decks.find(({ id }) => `${id}/${file}` === noteId),
			outline
		);
		await reading.refresh();
		reading.foldMastered();
		return reading;
	}

	private constructor(app: App, note: Note, deck: DeckSummary | undefined, outline: NoteOutline) {
		this.#app = app;
		this.note = note;
		this.deck = deck;
		this.outline = outline;
		this.#unwatch = app.library.watch((change) => void this.#follow(change));
		this.#grow();
	}

	close(): void {
		clearTimeout(this.#growing);
		this.#unwatch();
	}

	/** All cards of the note, in its order. */
	get cards(): readonly NoteCard[] {
		return this.#cards;
	}
	get whole(): RecallCounts {
		return this.#recall.whole;
	}
	get drawn(): number {
		return this.#drawn;
	}
	/** Of a section, those in it included. */
	counts = (section: number): RecallCounts => this.#recall.sections[section] ?? noCards;

	/** Those of a section; of the whole note for -1. */
	cardsIn(section: number): readonly NoteCard[] {
		const lines = this.outline.sections[section];
		if (lines === undefined) return this.#cards;
		return this.#cards.filter(({ line }) => line >= lines.line && line <= lines.endLine);
	}

	questionsIn({ line: from, endLine: to }: Pick<OutlinePiece, 'line' | 'endLine'>): readonly OpenQuestion[] {
		return this.note.openQuestions.filter(({ source: { line } }) => line >= from && line <= to);
	}

	isFolded = (section: number): boolean => this.#folded.has(section);

	fold(section: number, isFolded: boolean): void {
		if (isFolded) this.#folded.add(section);
		else this.#folded.delete(section);
	}

	foldAll(): void {
		for (const { index } of this.outline.sections) this.#folded.add(index);
	}

	unfoldAll(): void {
		this.#folded.clear();
	}

	/** Sections that are mastered, those inside of such left out. */
	get mastered(): readonly number[] {
		return this.outline.sections
			.filter(({ index, parent }) => isMastered(this.counts(index)) && !isMastered(this.counts(parent)))
			.map(({ index }) => index);
	}

	foldMastered(): void {
		for (const index of this.mastered) this.#folded.add(index);
	}

	unfoldMastered(): void {
		for (const index of this.mastered) this.#folded.delete(index);
	}

	get areMasteredFolded(): boolean {
		return this.mastered.some(this.isFolded);
	}

	/** Makes sure that a part is on the page: draws all, unfolds what is around it. */
	unfoldTo(section: number): void {
		this.#drawn = Infinity;
		for (const { index } of sectionsAround(this.outline.sections, section)) this.#folded.delete(index);
	}

	/** Reads what is known of the cards, at this instant. */
	async refresh(): Promise<void> {
		const { library, clock } = this.#app;
		const { cards } = this.note;
		const [records, settings, scheduler] = await Promise.all([
			library.records(cards.map(({ id }) => id)),
			library.settings(),
			this.#app.scheduler()
		]);
		const moment = momentNow(clock, readAppSettings(settings).rolloverHour);
		this.#cards = cards.map((card, index) => ({
			...cardRecall(records[index], scheduler, moment),
			card,
			record: records[index],
			line: card.source.line,
			section: sectionAt(this.outline.sections, card.source.line)
		}));
	}

	#grow(): void {
		const { sections, pieces } = this.outline;
		if (this.#drawn >= sections.length + pieces.length) return;
		this.#growing = setTimeout(() => {
			this.#drawn += partsAtOnce;
			this.#grow();
		});
	}

	/** Another tab wrote something. A new version of the note shows when the page is opened again. */
	async #follow(change: LibraryChange): Promise<void> {
		const isOurs = ({ id }: Card) => change.kind !== 'recorded' || change.cardIds.includes(id);
		if (!this.note.cards.some(isOurs)) return;
		try {
			await this.refresh();
		} catch (error) {
			this.error = error;
		}
	}
}
