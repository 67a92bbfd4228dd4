import type { Verdict } from '#compiler/compilation.ts';

/** Blocks of one note that became nothing, for one reason. */
export interface SkippedGroup {
	/** Stable code of the compiler. */
	readonly reason: string;
	readonly blocks: readonly { readonly line: number; readonly endLine: number }[];
}

/** Skipped blocks by reason, the most frequent first; what lies within another one of the same reason is that one. */
export function skippedLines(verdicts: readonly Verdict[]): readonly SkippedGroup[] {
	const blocksByReason = new Map<string, Verdict['source'][]>();
	for (const { verdict, reason, source } of verdicts) {
		if (verdict !== 'skipped') continue;
		const blocks = blocksByReason.get(reason) ?? [];
		const last = blocks.at(-1);
		if (last === undefined || source.endLine > last.endLine) blocks.push(source);
		blocksByReason.set(reason, blocks);
	}
	return Array.from(blocksByReason, ([reason, blocks]) => ({ reason, blocks })).sort(
		(a, b) => b.blocks.length - a.blocks.length
	);
}
