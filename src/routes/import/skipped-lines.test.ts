import { expect, test } from 'vitest';
import type { Verdict } from '#compiler/compilation.ts';
import { skippedLines } from './skipped-lines.ts';

const verdict = (reason: string, line: number, endLine: number, kind: Verdict['verdict'] = 'skipped') => ({
	source: { file: 'a.md', line, endLine },
	block: 'item' as const,
	verdict: kind,
	reason,
	cardIds: []
});

test('groups what was skipped by reason, and counts a block within a block once', () => {
	const groups = skippedLines([
		verdict('comment', 1, 1),
		verdict('container', 2, 20, 'container'),
		verdict('thought', 3, 9),
		verdict('thought', 4, 4),
		verdict('thought', 5, 9),
		verdict('thought', 12, 12),
		verdict('todo', 13, 13, 'open')
	]);
	expect(groups.map(({ reason, blocks }) => [reason, blocks.map(({ line }) => line)])).toEqual([
		['thought', [3, 12]],
		['comment', [1]]
	]);
});
