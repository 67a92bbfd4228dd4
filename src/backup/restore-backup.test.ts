import { describe, expect, it } from 'vitest';
import type { AssetHash, CardId, DeckId } from '#deck/ids.ts';
import { createSha256 } from '#interchange/streaming-hash.ts';
import { openMemoryLibrary } from '#library/memory-library.ts';
import type { Library } from '#library/library.ts';
import type { LogEvent } from '#review-log/log-event.ts';
import { markOf } from '#review-log/mark.ts';
import { createScheduler } from '#scheduler/create-scheduler.ts';
import { backupFileName, exportBackup } from './export-backup.ts';
import { fileChunks } from './file-chunks.ts';
import { applyRestore, previewRestore } from './restore-backup.ts';

const empty = () =>
	openMemoryLibrary({ scheduler: createScheduler(), randomBytes: (count) => new Uint8Array(count).fill(7) });

const picture = new Uint8Array([137, 80, 78, 71, 0, 255]);
const hash = (() => {
	const sha256 = createSha256();
	sha256.update(picture);
	return sha256.digest() as AssetHash;
})();

const review = (id: string, at: number): LogEvent => ({
	id,
	deviceId: 'phone',
	cardId: 'card' as CardId,
	type: 'review',
	at,
	hlc: at,
	tzOffset: 480,
	day: Math.floor(at / 86_400_000),
	payload: {
		rating: 3,
		tookMs: 2_000,
		mode: 'normal',
		intervalDays: 0,
		desiredRetention: 0.9,
		parametersId: 'fsrs-6',
		delaySeconds: 600,
		prefix: markOf([])
	},
	v: 1
});

async function full(): Promise<Library> {
	const library = empty();
	const noteId = 'deck/n.md' as never;
	await library.installDeck(
		{
			id: 'deck' as DeckId,
			title: 'Docker 容器',
			lang: 'zh-Hant',
			version: '1',
			notes: [
				{
					id: noteId,
					file: 'n.md',
					title: 'n',
					lang: 'zh-Hant',
					markdown: '# 容器\n',
					openQuestions: [],
					cards: [
						{
							id: 'card' as CardId,
							noteId,
							kind: 'command',
							path: ['容器'],
							frontText: '問',
							backText: '答',
							front: '<p>問</p>',
							back: `<img data-asset="${hash}">`,
							source: { file: 'n.md', line: 1, endLine: 2 },
							tags: [],
							media: [hash],
							siblingKey: 'a/b',
							lang: 'zh-Hant',
							parts: { kind: 'command', command: 'docker ps', language: 'sh' }
						}
					]
				}
			]
		},
		{
			origin: 'imported',
			assets: [{ hash, type: 'image/png', bytes: picture }],
			identities: { version: 1, rows: [] }
		}
	);
	await library.record([review('e1', 1e12), review('e2', 1e12 + 700_000)]);
	return library;
}

async function exported(library: Library): Promise<Blob> {
	const pieces: BlobPart[] = [];
	for await (const piece of exportBackup(library, 1_790_000_000_000)) pieces.push(piece);
	return new Blob(pieces);
}

describe('backup and restore', () => {
	it('brings everything into an empty library, the same as it was', async () => {
		const source = await full();
		const file = await exported(source);
		const target = empty();
		expect(await previewRestore(target, fileChunks(file))).toEqual({
			holds: { deck: 1, card: 1, asset: 1, event: 2, setting: 0 },
			newEvents: 2,
			newDecks: [{ id: 'deck', title: 'Docker 容器' }],
			newCards: 1
		});
		expect(await applyRestore(target, fileChunks(file))).toEqual({
			recorded: 2,
			known: 0,
			installedDecks: 1
		});
		expect(await (await exported(target)).text()).toBe(await file.text());
		expect(await target.records(['card' as CardId])).toEqual(await source.records(['card' as CardId]));
		expect(await target.asset(hash)).toEqual(await source.asset(hash));
	});

	it('unites: what is here stays, and doing it again changes nothing', async () => {
		const file = await exported(await full());
		const target = await full();
		await target.record([review('e3', 1e12 + 86_400_000)]);
		expect(await previewRestore(target, fileChunks(file))).toMatchObject({
			newEvents: 0,
			newDecks: [],
			newCards: 0
		});
		const before = await (await exported(target)).text();
		expect(await applyRestore(target, fileChunks(file))).toEqual({
			recorded: 0,
			known: 2,
			installedDecks: 0
		});
		expect(await (await exported(target)).text()).toBe(before);
	});

	it('unpacks a .gz, and says so when it is cut off', async () => {
		const file = await exported(await full());
		const packed = await new Response(file.stream().pipeThrough(new CompressionStream('gzip'))).blob();
		expect(await applyRestore(empty(), fileChunks(packed))).toMatchObject({ recorded: 2 });
		await expect(applyRestore(empty(), fileChunks(packed.slice(0, packed.size - 20)))).rejects.toMatchObject({
			name: 'BackupError',
			code: 'cut-off'
		});
	});

	it('writes nothing of a file that is not whole', async () => {
		const text = await (await exported(await full())).text();
		const target = empty();
		for (const damaged of [
			text.slice(0, -40),
			text.replace('答', '錯'),
			text.replace('"rating":3', '"rating":4')
		]) {
			await expect(applyRestore(target, fileChunks(new Blob([damaged])))).rejects.toThrow(/^line \d+: /);
		}
		expect(await target.decks()).toEqual([]);
		expect(await target.cardEvents('card' as CardId)).toEqual([]);
	});

	it('carries what a changed card said before', async () => {
		const source = await full();
		const [{ id } = { id: '' as never }] = await source.notes('deck' as DeckId);
		const note = await source.note(id);
		const [card] = note?.cards ?? [];
		if (note === undefined || card === undefined) throw new Error('The deck has a card.');
		const changed = { ...note, cards: [{ ...card, backText: '新答' }] };
		await source.installDeck(
			{ id: 'deck' as DeckId, title: 'Docker 容器', lang: 'zh-Hant', version: '2', notes: [changed] },
			{ origin: 'imported', changedAt: 2e12 }
		);
		const target = empty();
		await applyRestore(target, fileChunks(await exported(source)));
		expect((await target.cards([card.id]))[0]?.former).toEqual({
			frontText: '問',
			backText: '答',
			changedAt: 2e12
		});
	});

	it('names the file by its date', () => {
		expect([backupFileName('2026-11-24', true), backupFileName('2026-11-24', false)]).toEqual([
			'2026-11-24.deckhand.ndjson.gz',
			'2026-11-24.deckhand.ndjson'
		]);
	});
});
