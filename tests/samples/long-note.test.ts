import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { compileNotes } from '#compiler/compile-notes.ts';
import type { DeckId } from '#deck/ids.ts';
import { siblingGroup } from '#deck/card.ts';

/**
 * A whole note as its author wrote it: 1,603 lines of nested blocks, questions, comparisons and steps. It is no part of
 * the project; where it is not at hand, `study-notes-zh-hant` says the same in small.
 */
const path = join(import.meta.dirname, '../../../shared/notes/docker.md');
const isHere = existsSync(path);
if (!isHere) console.warn('tests/samples/long-note: ../shared/notes/docker.md is not here; its tests are skipped.');

describe.skipIf(!isHere)('a long note (skipped where ../shared/notes/docker.md is not at hand)', () => {
	const text = isHere ? readFileSync(path, 'utf8') : '';
	const lines = text.split('\n');
	const { deck, verdicts, diagnostics } = compileNotes([{ path: 'docker.md', text }], {
		deck: { id: 'docker' as DeckId }
	});
	const cards = deck.notes.flatMap((note) => note.cards);
	const open = deck.notes.flatMap((note) => note.openQuestions);
	const cardAt = (line: number) => cards.filter(({ source }) => source.line === line);
	const lineOf = (start: string): number => lines.findIndex((line) => line.trim().startsWith(start)) + 1;

	it('gives as many cards as a careful person would', () => {
		expect(cards.length).toBeGreaterThanOrEqual(150);
		expect(cards.length).toBeLessThanOrEqual(320);
		for (const { frontText, backText, back } of cards) {
			expect(frontText.trim()).not.toBe('');
			expect(backText.trim() + back).not.toBe('');
		}
	});

	it('asks the question about the cache, and says that its picture is missing', () => {
		const [card] = cardAt(lineOf('- Ｑ：在 image build 時，會使用 cache'));
		expect(card?.kind).toBe('image');
		expect(card?.frontText).toBe('在 image build 時，會使用 cache，那麼其是以哪些內容來進行 hash？');
		expect(card?.backText).toContain('Iedr5qv.png');
		const reported = diagnostics.filter(({ code }) => code === 'unresolved-image').map(({ source }) => source.line);
		expect(reported).toContain(267);
	});

	it('compares ADD with COPY, and asks of each of the four lines which one it is', () => {
		const [whole] = cardAt(lineOf('- `ADD` vs `COPY`'));
		const lineCards = [432, 433, 434, 435].map((line) => cardAt(line));
		expect(whole?.kind).toBe('compare');
		expect(lineCards.map((found) => found.length)).toEqual([1, 1, 1, 1]);
		expect(lineCards.flat().map(({ parts }) => (parts?.kind === 'compare' ? parts.answer : undefined))).toEqual([
			0, 0, 1, 1
		]);
		const groups = new Set([whole, ...lineCards.flat()].map((card) => card && siblingGroup(card)));
		expect(groups.size).toBe(1);
	});

	it('asks for the steps of ingress, four in order', () => {
		const card = cards.find(({ kind, frontText }) => kind === 'steps' && frontText.startsWith('ingress'));
		const items = card?.parts?.kind === 'steps' ? card.parts.items : [];
		expect(items).toHaveLength(4);
		expect(items.map((item) => item.replace(/<[^>]*>/g, '').slice(0, 8))).toEqual([
			'使用 -p 55',
			'透過 ingre',
			'從docker_',
			'被 MARK 的'
		]);
	});

	it('lets answers win over thoughts', () => {
		const backs = [269, 373, 658].map((line) => cardAt(line)[0]?.backText ?? '');
		expect(backs[0]).toMatch(/^因為 intermediate container/);
		expect(backs[1]).toMatch(/^需要，因為/);
		expect(backs[2]).toContain('固定一致的檢查寫在 Dockerfile');
		expect(backs.join('\n')).not.toMatch(/但我會疑惑|因為其作法改為|我認為更喜歡/);
	});

	it('has a verdict for each of the 104 blocks and the 472 bullets', () => {
		const openings = lines.flatMap((line, index) => (line.includes('<details') ? [index + 1] : []));
		const bullets = lines.flatMap((line, index) => (/^\s*- /.test(line) ? [index + 1] : []));
		const linesOf = (block: string) => new Set(verdicts.filter((one) => one.block === block).map(({ source }) => source.line));
		expect(openings).toHaveLength(104);
		expect(openings.filter((line) => !linesOf('details').has(line))).toEqual([]);
		expect(bullets.filter((line) => !linesOf('item').has(line))).toEqual([]);
		expect(linesOf('item').size).toBe(472);
	});

	it('makes no card of a link definition, a comment, a task or a bare link', () => {
		const forbidden = lines.flatMap((line, index) => {
			const isDefinition = /^\[[^\]]+\]:/.test(line);
			const isComment = /^\s*<!--.*-->$/.test(line);
			const isTask = /TODO/.test(line) && !line.includes('（<mark>TODO');
			const isLink = /^\s*- (?:\[[^\]]+\](?:\([^)]*\))?|https?:\S+)$/.test(line);
			return isDefinition || isComment || isTask || isLink ? [index + 1] : [];
		});
		const names = new Set([lineOf('- [Buildx]'), 204, 700, 715, 1355, 1361]);
		const wrong = cards.filter(({ source }) => forbidden.includes(source.line) && !names.has(source.line));
		expect(forbidden.length).toBeGreaterThan(150);
		expect(wrong.map(({ source, frontText }) => `${source.line}: ${frontText}`)).toEqual([]);
	});

	it('lists every question and task that is left open, and blocks without content', () => {
		const listed = open.map(({ source }) => source.line);
		const todo = [378, 580, 647, 1219, 1232, 1357, 1466, 1477, 1478, 1487];
		const asides = [427, 666];
		const empty = [690, 1313, 1378, 1387, 1432];
		expect(listed).toEqual(expect.arrayContaining([...todo, ...asides, ...empty]));
		for (const line of [9, 11, 22, 32, 34, 381, 1501, 1549, 1553]) expect(listed).not.toContain(line);
	});

	it('asks little that is vague', () => {
		const vague = cards.filter(({ frontText }) => /重點|特點|還要記得/.test(frontText));
		expect(vague.length).toBeLessThanOrEqual(10);
	});
});
