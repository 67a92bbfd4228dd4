import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { createGunzip } from 'node:zlib';
import { BackupError } from '#interchange/backup-error.ts';
import { verifyBackup } from '#interchange/verify-backup.ts';
import { zoneOffset } from '#time/zone-offset.ts';
import { CardReplay, type Replay, type ReplayMoment } from './replay-cards.ts';

const usage = 'Usage: npm run -s replay -- BACKUP [--at ISO-INSTANT] [--tz IANA-ZONE] [--json]';

/** What is wrong with the call or the file: said on stderr, exit 2. */
class ReplayError extends Error {}

async function main(): Promise<void> {
	const { file, moment, isJson } = readArguments(process.argv.slice(2));
	const replay = new CardReplay(moment);
	await verifyBackup(await fileChunks(file), {
		createHash: () => {
			const hash = createHash('sha256');
			return { update: (bytes) => void hash.update(bytes), digest: () => hash.digest('hex') };
		},
		look: (record) => replay.add(record)
	});
	const result = replay.finish();
	process.stdout.write(isJson ? `${JSON.stringify(result)}\n` : report(result));
}

function readArguments(args: string[]): { file: string; moment: ReplayMoment; isJson: boolean } {
	const { values, positionals } = parse(args);
	const [file] = positionals;
	if (file === undefined || positionals.length > 1) throw new ReplayError(usage);
	const at = values.at === undefined ? Date.now() : Date.parse(values.at);
	if (Number.isNaN(at))
		throw new ReplayError(`--at ${values.at ?? ''}: not an instant such as 2026-11-24T04:00:00Z`);
	const timeZone = values.tz ?? Intl.DateTimeFormat().resolvedOptions().timeZone;
	return {
		file,
		moment: { at, isCutOff: values.at !== undefined, utcOffsetMinutes: zone(timeZone) },
		isJson: values.json
	};
}

function parse(args: string[]) {
	try {
		return parseArgs({
			args,
			allowPositionals: true,
			options: { at: { type: 'string' }, tz: { type: 'string' }, json: { type: 'boolean', default: false } }
		});
	} catch (error) {
		throw new ReplayError(`${error instanceof Error ? error.message : String(error)}\n${usage}`);
	}
}

function zone(timeZone: string) {
	try {
		return zoneOffset(timeZone);
	} catch {
		throw new ReplayError(`--tz ${timeZone}: no such time zone`);
	}
}

/** The file's bytes, unpacked where it is a `.gz` (by its first bytes, not by its name). */
async function fileChunks(file: string): Promise<AsyncIterable<Uint8Array>> {
	const isPacked = await startsLikeGzip(file);
	const bytes = createReadStream(file, { highWaterMark: 1 << 20 });
	if (!isPacked) return bytes;
	const unpacked = createGunzip();
	bytes.on('error', (error) => unpacked.destroy(error));
	return bytes.pipe(unpacked);
}

async function startsLikeGzip(file: string): Promise<boolean> {
	const handle = await open(file);
	try {
		const { buffer } = await handle.read(Buffer.alloc(2), 0, 2, 0);
		return buffer[0] === 0x1f && buffer[1] === 0x8b;
	} finally {
		await handle.close();
	}
}

/** For people: a line a card, then the totals. */
function report({ at, cards, totals }: Replay): string {
	const lines = cards.map((card) =>
		[
			card.id.padEnd(20),
			card.state.padEnd(10),
			`S ${show(card.stability, 2)}`,
			`D ${show(card.difficulty, 2)}`,
			`R ${show(card.retrievability, 4)}`,
			`due ${card.due ?? '-'}`,
			`reps ${card.reps}`,
			`lapses ${card.lapses}`,
			card.suspended ? 'suspended' : '',
			card.buried ? 'buried' : ''
		]
			.filter(Boolean)
			.join('  ')
	);
	const sums = Object.entries(totals).map(([name, value]) => `${name} ${String(value)}`);
	return `${[...lines, '', `At ${at}: ${sums.join(', ')}`].join('\n')}\n`;
}

const show = (value: number | null, digits: number) => (value === null ? '-' : value.toFixed(digits));

function explain(error: unknown): string | undefined {
	if (error instanceof ReplayError) return error.message;
	if (error instanceof BackupError) return `The backup is refused: ${error.message} (${error.code})`;
	const { code } = error as NodeJS.ErrnoException;
	if (code?.startsWith('Z_') === true)
		return 'the .gz cannot be unpacked to its end: it was cut off or altered';
	return code === undefined ? undefined : `cannot read the file (${code})`;
}

main().catch((error: unknown) => {
	const message = explain(error);
	if (message === undefined) throw error;
	process.stderr.write(`${message}\n`);
	process.exitCode = 2;
});
