import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import markdownIt from 'markdown-it';
import type { CardId, DeckId } from '#deck/ids.ts';
import { newCompileCache } from '#compiler/compile-cache.ts';
import { compileNotes } from '#compiler/compile-notes.ts';
import type { CompileOptions, NoteFile } from '#compiler/compilation.ts';
import { median } from './median.ts';

const pairs = 5;
const filesOfCorpus = 100;
const blocksPerFile = 100;

/** The whole compile (read, extract, identify, render) of 10,000 cards, beside bare markdown-it on the same bytes. */
export async function benchCompile(print: (line: string) => void): Promise<void> {
	const files = corpus(filesOfCorpus);
	const bytes = files.reduce((sum, { text }) => sum + Buffer.byteLength(text), 0);
	const { stats } = compile(files);
	print(`corpus: ${files.length} files, ${(bytes / 1e6).toFixed(2)} MB, ${stats.cards} cards`);

	const bare = markdownIt({ html: true });
	const ratios: number[] = [];
	const speeds: number[] = [];
	for (let pair = 0; pair < pairs; pair++) {
		const floorMs = timed(() => files.forEach(({ text }) => bare.render(text)));
		const ms = timed(() => compile(files));
		ratios.push(ms / floorMs);
		speeds.push(bytes / 1e6 / (ms / 1000));
	}
	print(
		`whole compile: ${median(speeds).toFixed(1)} MB/s; ratio to bare markdown-it: ${median(ratios).toFixed(2)} (target <= 3)`
	);

	const half = corpus(filesOfCorpus / 2);
	const growth = median(
		Array.from({ length: pairs }, () => timed(() => compile(files)) / timed(() => compile(half)))
	);
	print(`twice the notes take ${growth.toFixed(2)} times as long (linear: 2)`);

	printMemory(files, half, print);

	const manyFiles = corpus(200);
	const shares = Array.from({ length: pairs }, (_, pair) => {
		const cache = newCompileCache();
		const { identities } = compile(manyFiles, { cache });
		const edited = manyFiles.map((file, index) =>
			index === 7 + pair ? { ...file, text: `${file.text}\n\nOne more line.\n` } : file
		);
		const againMs = timed(() => compile(edited, { cache, identities }));
		return againMs / timed(() => compile(edited, { identities }));
	});
	print(
		`one changed file of ${manyFiles.length}: ${(median(shares) * 100).toFixed(2)} % of a whole compile (one file: 0.50 %)`
	);
	return Promise.resolve();
}

/** What a compile leaves behind: the deck, verdicts and identities, without what it needed on the way. */
function printMemory(
	files: readonly NoteFile[],
	half: readonly NoteFile[],
	print: (line: string) => void
): void {
	setFlagsFromString('--expose-gc');
	const collect = runInNewContext('gc') as () => void;
	const keptBy = (notes: readonly NoteFile[]): number => {
		collect();
		const before = process.memoryUsage().heapUsed;
		const compilation = compile(notes);
		collect();
		const kept = process.memoryUsage().heapUsed - before;
		// Read once more, so that it is still there while the heap is measured.
		return compilation.stats.cards > 0 ? kept : 0;
	};
	const [all, part] = [keptBy(files), keptBy(half)];
	print(
		`heap that the result takes: ${(all / 1e6).toFixed(0)} MB; for half of the notes ${(part / 1e6).toFixed(0)} MB: ${(all / part).toFixed(2)} times as much (linear: 2)`
	);
}

/** Highlighting is measured apart: it is another program's work. Ids of two compiles must not meet. */
let runs = 0;

function compile(files: readonly NoteFile[], options: Pick<CompileOptions, 'cache' | 'identities'> = {}) {
	const run = runs++;
	let minted = 0;
	return compileNotes(files, {
		deck: { id: 'bench' as DeckId },
		highlight: false,
		mintCardId: () => `bench-${run}-${minted++}` as CardId,
		...options
	});
}

function timed(action: () => unknown): number {
	const start = performance.now();
	action();
	return performance.now() - start;
}

/** Made up, always the same: a details block with a question and an answer of some sentences, code in every tenth. */
function corpus(count: number): readonly NoteFile[] {
	return Array.from({ length: count }, (_, file) => ({
		path: `note-${file}.md`,
		text: `# Note ${file}\n\n${Array.from({ length: blocksPerFile }, (_, block) => blockText(file, block)).join('\n')}`
	}));
}

function blockText(file: number, block: number): string {
	const code =
		block % 10 === 0
			? `\n  \`\`\`sh\n  # list layer ${block}\n  $ tool layer --file ${file} ls\n  \`\`\`\n`
			: '';
	return [
		`- <details close>`,
		`  <summary>What does part ${block} of system ${file} do?</summary>`,
		``,
		`  - It keeps **value ${block * 7 + file}** in \`store-${block}\` until the next run, then writes it out to disk in one piece.`,
		`  - 第 ${block} 部分會先檢查輸入，再把結果交給下一個步驟處理，因為後面的步驟需要它。`,
		code,
		`  </details>`,
		``
	].join('\n');
}
