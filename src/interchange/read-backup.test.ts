import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { BackupRecord } from './backup-format.ts';
import { readBackup } from './read-backup.ts';
import { createSha256 } from './streaming-hash.ts';
import { verifyBackup } from './verify-backup.ts';
import { writeBackup } from './write-backup.ts';

const records: readonly BackupRecord[] = [
	{ t: 'deck', id: 'd' as never, title: 'Deck 牌組', lang: 'en', version: 'v', origin: 'shipped', notes: [] },
	{ t: 'setting', key: 'app.rolloverHour', value: 3 },
	{
		t: 'event',
		id: 'e',
		deviceId: 'a',
		cardId: 'c' as never,
		type: 'flag',
		at: 5,
		hlc: 5,
		tzOffset: 0,
		day: 0,
		payload: { flag: 1, note: 'line\u2028 with "marks"\n and a newline' },
		v: 1
	}
];

async function* once<Value>(value: Value) {
	await Promise.resolve();
	yield value;
}

async function* inChunks(bytes: Uint8Array, size: number) {
	await Promise.resolve();
	for (let from = 0; from < bytes.length; from += size) yield bytes.subarray(from, from + size);
}

async function written(): Promise<Uint8Array> {
	const pieces: Uint8Array[] = [];
	for await (const piece of writeBackup(once(records), { exportedAt: '2026-11-24T00:00:00.000Z' }))
		pieces.push(piece);
	return new Uint8Array(Buffer.concat(pieces));
}

async function read(bytes: Uint8Array, size = 1_000): Promise<BackupRecord[]> {
	const all: BackupRecord[] = [];
	for await (const group of readBackup(inChunks(bytes, size))) all.push(...group);
	return all;
}

const text = (bytes: Uint8Array) => new TextDecoder().decode(bytes);
const bytesOf = (value: string) => new TextEncoder().encode(value);

/** A file with these lines and a right digest. */
function sealed(lines: readonly object[], counts: object): Uint8Array {
	const body = lines.map((line) => `${JSON.stringify(line)}\n`).join('');
	const hash = createSha256();
	hash.update(bytesOf(body));
	return bytesOf(`${body}${JSON.stringify({ t: 'end', counts, sha256: hash.digest() })}\n`);
}

describe('backup file', () => {
	it('reads as it was written, cut into chunks anywhere', async () => {
		const bytes = await written();
		for (let size = 1; size < 60; size++) expect(await read(bytes, size)).toEqual(records);
		expect(await verifyBackup(inChunks(bytes, 100))).toEqual({
			deck: 1,
			card: 0,
			asset: 0,
			event: 1,
			setting: 1
		});
	});

	it('keeps its form', async () => {
		expect(text(await written())).toMatchInlineSnapshot(`
			"{"t":"header","format":"deckhand-backup","version":1,"exportedAt":"2026-11-24T00:00:00.000Z"}
			{"t":"deck","id":"d","title":"Deck 牌組","lang":"en","version":"v","origin":"shipped","notes":[]}
			{"t":"setting","key":"app.rolloverHour","value":3}
			{"t":"event","id":"e","deviceId":"a","cardId":"c","type":"flag","at":5,"hlc":5,"tzOffset":0,"day":0,"payload":{"flag":1,"note":"line\u2028 with \\"marks\\"\\n and a newline"},"v":1}
			{"t":"end","counts":{"deck":1,"card":0,"asset":0,"event":1,"setting":1},"sha256":"8b8ddfa8e0fe7c6d466fdbc9b5e870122a4f4962c1469549fb220ac834b59ad3"}
			"
		`);
	});

	it('does not mind a missing last newline', async () => {
		expect(await read((await written()).slice(0, -1))).toEqual(records);
	});

	it('is refused wherever it was cut off', async () => {
		const bytes = await written();
		for (let length = 0; length < bytes.length - 1; length++) {
			await expect(read(bytes.slice(0, length)), `cut at ${length}`).rejects.toMatchObject({
				name: 'BackupError'
			});
		}
	});

	it('is refused wherever a byte was altered', async () => {
		const bytes = await written();
		await fc.assert(
			fc.asyncProperty(fc.nat(bytes.length - 2), fc.integer({ min: 1, max: 255 }), async (at, change) => {
				const altered = bytes.slice();
				altered[at] = (altered[at] ?? 0) ^ change;
				await expect(read(altered)).rejects.toMatchObject({ name: 'BackupError' });
			}),
			{ numRuns: 500, seed: 1 }
		);
	});

	const header = { t: 'header', format: 'deckhand-backup', version: 1, exportedAt: 'x' };
	const none = { deck: 0, card: 0, asset: 0, event: 0, setting: 0 };
	it.each([
		['an empty file', bytesOf(''), 'cut-off', 1, 'empty'],
		['another file', bytesOf('{"a":1}\n'), 'not-a-backup', 1, 'no Deckhand backup'],
		['a picture', new Uint8Array([137, 80, 78, 71, 10, 255]), 'altered', 1, 'UTF-8'],
		['a newer version', sealed([{ ...header, version: 2 }], none), 'newer', 1, 'version 2'],
		['no version', sealed([{ ...header, version: 'x' }], none), 'invalid-line', 1, 'version'],
		['a byte order mark', bytesOf(`\uFEFF${JSON.stringify(header)}\n`), 'not-a-backup', 1, ''],
		['no end', bytesOf(`${JSON.stringify(header)}\n`), 'cut-off', 1, 'end of the backup'],
		['half a line', bytesOf(`${JSON.stringify(header)}\n{"t":"ev`), 'invalid-line', 2, 'not JSON'],
		['half an end', bytesOf(`${JSON.stringify(header)}\n{"t":"end","cou`), 'cut-off', 2, 'not whole'],
		['wrong counts', sealed([header], { ...none, event: 3 }), 'altered', 2, '3 event lines'],
		['an unknown line', sealed([header, { t: 'note' }], none), 'invalid-line', 2, 't must be one of'],
		[
			'a wrong event',
			sealed([header, { ...records[2], type: 'review' }], none),
			'invalid-line',
			2,
			'payload.rating'
		],
		[
			'an asset under a wrong name',
			sealed([header, { t: 'asset', hash: '0'.repeat(64), type: 'image/png', base64: 'AAAA' }], none),
			'invalid-line',
			2,
			'SHA-256'
		]
	])('refuses %s, naming line and reason', async (_name, bytes, code, line, reason) => {
		await expect(read(bytes)).rejects.toMatchObject({
			code,
			line,
			reason: expect.stringContaining(reason) as string
		});
	});

	it('refuses what stands after the end', async () => {
		const bytes = await written();
		await expect(read(new Uint8Array([...bytes, ...bytes]))).rejects.toMatchObject({ name: 'BackupError' });
	});

	it('refuses carriage returns put in by an editor', async () => {
		const changed = bytesOf(text(await written()).replaceAll('\n', '\r\n'));
		await expect(read(changed)).rejects.toMatchObject({ code: 'altered' });
	});
});
