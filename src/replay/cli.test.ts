import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { BackupRecord } from '#interchange/backup-format.ts';
import { writeBackup } from '#interchange/write-backup.ts';
import type { CardId } from '#deck/ids.ts';
import { createEventFactory } from '#review-log/create-event-factory.ts';
import type { LogEvent } from '#review-log/log-event.ts';
import { createScheduler } from '#scheduler/create-scheduler.ts';
import { momentNow } from '#scheduler/moment.ts';
import { newRecord } from '#scheduler/new-record.ts';
import { defaultPreset } from '#scheduler/preset.ts';
import type { Replay } from './replay-cards.ts';

const cardId = 'card' as CardId;
const noon = Date.UTC(2026, 10, 2, 4);
let folder = '';
let file = '';
let bytes: Buffer;

/** Three reviews on as many days, the last one undone, and a setting. */
function exampleEvents(): readonly LogEvent[] {
	const scheduler = createScheduler();
	let now = noon;
	const clock = { now: () => now, utcOffsetMinutes: () => 480 };
	let calls = 0;
	const randomBytes = () => Uint8Array.from({ length: 10 }, () => ++calls);
	const factory = createEventFactory({ deviceId: 'd', clock, randomBytes, rolloverHour: 4 });
	const events: LogEvent[] = [factory.create('setting', '', { key: 'app.rolloverHour', value: 4 })];
	let record = newRecord(cardId);
	for (const rating of [4, 3, 1] as const) {
		const previews = scheduler.previewRatings(record, momentNow(clock, 4), defaultPreset);
		const payload = scheduler.reviewPayload(record, {
			rating,
			previews,
			preset: defaultPreset,
			tookMs: 3_000,
			mode: 'normal'
		});
		events.push(factory.create('review', cardId, payload));
		record = scheduler.foldCard(cardId, events.slice(1));
		now += 12 * 86_400_000;
	}
	events.push(factory.create('undo', cardId, { target: events[3]?.id ?? '' }));
	return events;
}

beforeAll(async () => {
	folder = mkdtempSync(join(tmpdir(), 'replay-'));
	file = join(folder, 'b.deckhand.ndjson');
	const records: BackupRecord[] = exampleEvents().map((event) => ({ t: 'event', ...event }));
	async function* groups() {
		await Promise.resolve();
		yield records;
	}
	const pieces: Uint8Array[] = [];
	for await (const piece of writeBackup(groups(), { exportedAt: 'now' })) pieces.push(piece);
	bytes = Buffer.concat(pieces);
	writeFileSync(file, bytes);
});

afterAll(() => rmSync(folder, { recursive: true }));

const run = (...args: string[]) =>
	spawnSync(process.execPath, ['--import', 'tsx', 'src/replay/cli.ts', ...args], { encoding: 'utf8' });

describe('replay', () => {
	it('prints every card of the log as JSON, and nothing else', () => {
		const out = execFileSync(
			process.execPath,
			[
				'--import',
				'tsx',
				'src/replay/cli.ts',
				file,
				'--tz',
				'Asia/Taipei',
				'--at',
				'2027-01-01T00:00:00Z',
				'--json'
			],
			{ encoding: 'utf8' }
		);
		const { cards, totals } = JSON.parse(out) as Replay;
		expect(cards).toHaveLength(1);
		expect(cards[0]).toMatchObject({
			id: 'card',
			state: 'review',
			reps: 2,
			lapses: 0,
			lastReview: '2026-11-14T04:00:00.000Z',
			suspended: false,
			buried: false
		});
		expect(cards[0]?.due).toMatch(/T20:00:00\.000Z$/);
		expect(totals).toMatchObject({ cards: 1, events: 5, review: 1, reps: 2 });
	});

	it('shows what was known at an instant, and takes a .gz', () => {
		const packed = join(folder, 'b.gz');
		writeFileSync(packed, gzipSync(bytes));
		const then = run(packed, '--at', '2026-11-02T05:00:00Z', '--tz', 'UTC', '--json');
		expect((JSON.parse(then.stdout) as Replay).cards[0]).toMatchObject({ reps: 1, state: 'review' });
		const before = run(packed, '--at', '2020-01-01T00:00:00Z', '--json');
		expect((JSON.parse(before.stdout) as Replay).totals).toMatchObject({ cards: 0, events: 0 });
	});

	it.each([
		['cut off', () => bytes.subarray(0, bytes.length - 30), /line 7: .*not whole.*cut-off/],
		['altered', () => Buffer.from(bytes.toString().replace('3000', '4000')), /SHA-256 differs.*altered/],
		['newer', () => Buffer.from(bytes.toString().replace('"version":1', '"version":9')), /version 9.*newer/],
		['a cut-off .gz', () => gzipSync(bytes).subarray(0, 300), /cut off/]
	])('says why a file that is %s is refused, and exits with 2', (_name, content, message) => {
		const bad = join(folder, 'bad');
		writeFileSync(bad, content());
		const { status, stdout, stderr } = run(bad, '--json');
		expect([status, stdout]).toEqual([2, '']);
		expect(stderr).toMatch(message);
		expect(stderr).not.toContain('    at ');
	});

	it.each([
		['no file', []],
		['a missing file', ['/nowhere/x']],
		['a bad instant', ['x', '--at', 'soon']],
		['a bad zone', ['x', '--tz', 'Mars/Base']],
		['an unknown option', ['x', '--nope']]
	])('exits with 2 for %s', (_name, args) => {
		const { status, stdout, stderr } = run(...args);
		expect([status, stdout]).toEqual([2, '']);
		expect(stderr).not.toContain('    at ');
	});
});
