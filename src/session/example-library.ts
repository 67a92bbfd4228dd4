import type { Card } from '#deck/card.ts';
import type { Deck } from '#deck/deck.ts';
import type { CardId, DeckId, NoteId } from '#deck/ids.ts';
import type { Library } from '#library/library.ts';
import { openMemoryLibrary } from '#library/memory-library.ts';
import { createScheduler } from '#scheduler/create-scheduler.ts';
import { HOUR_MS, type Instant } from '#time/instant.ts';
import type { Clock } from '#time/clock.ts';
import type { SessionDeps } from './session-deps.ts';

/** For tests: a clock that is set by hand, at noon in Taipei to begin with. */
export class TestClock implements Clock {
	at: Instant = Date.UTC(2026, 10, 2, 4);
	offsetMinutes = 480;
	now = (): Instant => this.at;
	utcOffsetMinutes = (): number => this.offsetMinutes;
	pass(milliseconds: number): void {
		this.at += milliseconds;
	}
	/** The next study day, at the same hour. */
	passDays(days: number): void {
		this.pass(days * 24 * HOUR_MS);
	}
}

/** For tests: bytes that differ at every call, the same in every run. */
function countingBytes(): (count: number) => Uint8Array {
	let calls = 0;
	return (count) => {
		const bytes = new Uint8Array(count);
		new DataView(bytes.buffer).setUint32(count - 4, ++calls);
		return bytes;
	};
}

/** For tests: a deck of one note. Each inner list is a block; its cards are siblings. */
export function exampleDeck(blocks: readonly (readonly string[])[], id = 'deck'): Deck {
	const noteId = `${id}/note` as NoteId;
	const cards = blocks.flatMap((block, index) => block.map((name) => exampleCard(name, noteId, `b${index}`)));
	return {
		id: id as DeckId,
		title: id,
		lang: 'en',
		version: cards.map((card) => card.id).join(),
		notes: [{ id: noteId, file: 'note.md', title: id, lang: 'en', cards, openQuestions: [], markdown: '' }]
	};
}

function exampleCard(name: string, noteId: NoteId, group: string): Card {
	return {
		id: name as CardId,
		noteId,
		kind: 'basic',
		path: [],
		frontText: `${name}?`,
		backText: `${name}!`,
		front: `<p>${name}?</p>`,
		back: `<p>${name}!</p>`,
		source: { file: 'note.md', line: 1, endLine: 1 },
		tags: [],
		media: [],
		siblingKey: `${group}/${name}`,
		lang: 'en'
	};
}

/** For tests: a library in memory, with a deck of single cards. */
export async function exampleDeps(
	names: readonly string[] = [],
	wrap: (library: Library) => Library = (library) => library
): Promise<SessionDeps & { readonly clock: TestClock }> {
	const scheduler = createScheduler();
	const randomBytes = countingBytes();
	const library = wrap(openMemoryLibrary({ scheduler, randomBytes }));
	if (names.length > 0)
		await library.installDeck(exampleDeck(names.map((name) => [name])), { origin: 'imported' });
	return { library, scheduler, clock: new TestClock(), randomBytes };
}
