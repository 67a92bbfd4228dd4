import { describe, expect, test } from 'vitest';
import type { DeckId } from '#deck/ids.ts';
import { compileNotes } from './compile-notes.ts';

/** What Obsidian's spaced repetition wrote beside cards: question, answer, schedule. */
function compile(text: string) {
	const { deck, schedules } = compileNotes([{ path: 'ships.md', text: `#flashcards\n\n${text}` }], {
		deck: { id: 'test' as DeckId }
	});
	const cards = deck.notes.flatMap((note) => note.cards);
	return cards.map(({ id, frontText, backText }) => {
		const { dueOn, intervalDays, ease } = schedules.find(({ cardId }) => cardId === id) ?? {};
		return [frontText, backText, dueOn, intervalDays, ease];
	});
}

const fsrs = '!fsrs,2026-07-03T17:34:58.468Z,8,7.51735908,4.74828477,2,3,0,0,2026-06-25T17:34:58.468Z';
const asked = ['What is a bollard?', 'A short post on a quay'];
const forms: readonly (readonly [string, string])[] = [
	['in one line', 'What is a bollard?::A short post on a quay'],
	['in several lines', 'What is a bollard?\n?\nA short post on a quay']
];

describe.each(forms)('a card %s', (_, card) => {
	test.each([
		['a comment', `<!--SR:!2025-01-10,12,250-->`, ['2025-01-10', 12, 250]],
		['a comment by FSRS', `<!--SR:${fsrs}-->`, ['2026-07-03', 8, undefined]],
		['a callout', '> [!sr|card-metadata]\n> <!--SR:!2025-01-10,12,250-->', ['2025-01-10', 12, 250]],
		['a callout by FSRS', `> [!sr|card-metadata]\n> <!--SR:${fsrs}-->`, ['2026-07-03', 8, undefined]]
	])('with %s after it', (__, state, schedule) => {
		expect(compile(`${card}\n${state}\n\nWhat is a hawser?::A thick rope\n`)).toEqual([
			[...asked, ...schedule],
			['What is a hawser?', 'A thick rope', undefined, undefined, undefined]
		]);
	});
});

test('siblings have theirs in order, whichever program each is by', () => {
	expect(compile(`bollard:::post on a quay <!--SR:!2025-01-10,12,250${fsrs}-->\n`)).toMatchObject([
		['bollard', 'post on a quay', '2025-01-10', 12, 250],
		['post on a quay', 'bollard', '2026-07-03', 8, undefined]
	]);
});

test('any other callout is text of the note', () => {
	const [card] = compile('What is a bollard?\n?\nA post\n> [!note]\n> Of iron\n');
	expect(card?.[1]).toContain('Of iron');
});

test('one that is shown as code stays in the answer', () => {
	const [card] = compile(
		'How is a schedule written?\n?\n```\n> [!sr|card-metadata]\n> <!--SR:!2025-01-10,12,250-->\n```\n'
	);
	expect(card?.[1]).toContain('[!sr|card-metadata]');
});
