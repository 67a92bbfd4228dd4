import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { runCompile } from './run-compile.ts';

let folder: string;
let printed: string;
let complained: string;

beforeEach(() => {
	folder = mkdtempSync(join(tmpdir(), 'deckhand-compile-'));
	printed = complained = '';
	vi.spyOn(process.stdout, 'write').mockImplementation((text) => {
		printed += String(text);
		return true;
	});
	vi.spyOn(process.stderr, 'write').mockImplementation((text) => {
		complained += String(text);
		return true;
	});
});
afterEach(() => {
	vi.restoreAllMocks();
	rmSync(folder, { recursive: true, force: true });
});

function save(name: string, content: string | Uint8Array): string {
	const path = join(folder, name);
	writeFileSync(path, content);
	return path;
}
const note = '# Harbour\n\n- Q: What lifts a ship?\n\n  - The tide.\n\n- Q: And then?\n';
const notUtf8 = Uint8Array.of(0x23, 0x20, 0x41, 0x0a, 0xff, 0xfe);
interface Document {
	readonly cards: readonly { readonly id: string; readonly frontText: string }[];
	readonly openQuestions: readonly unknown[];
	readonly diagnostics: readonly { readonly code: string }[];
}

describe('the compile command', () => {
	test('prints counts, and each diagnostic with its place, the line, a caret and what to do', async () => {
		expect(await runCompile([save('harbour.md', note)])).toBe(0);
		expect(printed).toContain('1 card: 1 basic');
		expect(printed).toMatch(
			/harbour\.md:7:6: info open-question: .*\n {2}- Q: And then\?\n {7}\^\n {2}Write the answer/
		);
		expect(complained).toBe('');
	});

	test('--json prints one document and nothing else; --out writes it to a file', async () => {
		const path = save('harbour.md', note);
		const out = join(folder, 'out.json');
		expect(await runCompile([path, '--json'])).toBe(0);
		expect(await runCompile([path, '--json', '--out', out])).toBe(0);
		const document = JSON.parse(printed) as Document;
		expect(document.cards).toHaveLength(1);
		expect(document.openQuestions).toHaveLength(1);
		expect(JSON.parse(readFileSync(out, 'utf8'))).toEqual(document);
	});

	test('--strict ends with 1 on an error, and on nothing less', async () => {
		const fine = save('fine.md', note);
		mkdirSync(join(folder, 'notes'));
		save('notes/a.md', note);
		save('notes/broken.md', notUtf8);
		expect(await runCompile([fine, '--strict'])).toBe(0);
		expect(await runCompile([join(folder, 'notes')])).toBe(0);
		expect(await runCompile([join(folder, 'notes'), '--strict'])).toBe(1);
		expect(printed).toContain('error not-utf8');
	});

	test.each([
		['a path that is not there', () => [join(folder, 'nowhere.md')], 'nowhere.md'],
		['no path', () => [], 'Usage:'],
		['an option that is none', () => [save('a.md', note), '--fast'], '--fast'],
		['a lockfile that is none', () => [save('a.md', note), '--lock', save('a.json', '[]')], 'a.json']
	])('ends with 2 and one message, without a stack trace: %s', async (_, args, said) => {
		expect(await runCompile(args())).toBe(2);
		expect(complained).toContain(said);
		expect(complained).not.toMatch(/^\s+at /m);
		expect(printed).toBe('');
	});

	test('--lock keeps the ids of cards from run to run, when their answer was edited too', async () => {
		const path = save('harbour.md', note);
		const lock = join(folder, 'ids.json');
		const idsAfter = async (text: string) => {
			writeFileSync(path, text);
			printed = '';
			expect(await runCompile([path, '--json', '--lock', lock])).toBe(0);
			return (JSON.parse(printed) as Document).cards.map(({ id }) => id);
		};
		const [before] = await idsAfter(note);
		expect(await idsAfter(note.replace('The tide.', 'The tide, twice a day.'))).toContain(before);
	});

	test('--rebind gives a card the id of one that was lost, for good', async () => {
		const path = save('harbour.md', note);
		const lock = join(folder, 'ids.json');
		const compile = async (...args: string[]) => {
			printed = complained = '';
			const code = await runCompile([path, '--json', '--lock', lock, ...args]);
			return { code, id: code === 0 ? (JSON.parse(printed) as Document).cards[0]?.id : undefined };
		};
		const { id: lost } = await compile();
		save('harbour.md', '# Harbour\n\n- Q: By what do ships rise?\n\n  - High water, when the moon pulls.\n');
		const { id: fresh } = await compile();
		expect(fresh).not.toBe(lost);
		expect((await compile('--rebind', `${fresh}=${lost}`)).code).toBe(2);
		expect(complained).toContain('is still in the notes');
		expect((await compile('--rebind', `${lost}`)).code).toBe(2);
		expect((await compile('--rebind', `nobody=${fresh}`)).code).toBe(2);
		expect(complained).toContain('nobody');
		expect((await compile('--rebind', `${lost}=${fresh}`)).id).toBe(lost);
		expect((await compile()).id).toBe(lost);
		expect(readFileSync(lock, 'utf8')).not.toContain(fresh);
	});

	test('--rebind without a lockfile is refused', async () => {
		expect(await runCompile([save('harbour.md', note), '--rebind', 'a=b'])).toBe(2);
		expect(complained).toContain('--lock');
	});
});
