import type { Deletion } from './deletions.ts';

/**
 * `{{c1::answer::hint}}`, one in another, and `{{c1,2::answer}}`, which belongs to both groups.
 *
 *     {{c1::a {{c2::b}} c}}
 *     ^ open  ^ open  ^ closes the inner one
 */
export function ankiBraces(raw: string): Deletion[] {
	const found: Deletion[] = [];
	const open: Opening[] = [];
	for (const mark of raw.matchAll(/\{\{c(\d+(?:,\d+)*)::|\}\}/g)) {
		if (mark[1] !== undefined) {
			if (open.length === mostNested) continue;
			const groups = mark[1].split(',').map((number) => `c${number}`);
			open.push({ start: mark.index, answerStart: mark.index + mark[0].length, groups, inner: [] });
			continue;
		}
		const opening = open.pop();
		if (opening === undefined) continue;
		const deletion = closed(raw, opening, mark.index);
		(open.at(-1)?.inner ?? found).push(deletion);
	}
	// One that is never closed is text; what stands in it counts.
	return [...found, ...open.flatMap(({ inner }) => inner)].sort((a, b) => a.start - b.start);
}

/** As many as Anki reads. */
const mostNested = 8;

interface Opening {
	readonly start: number;
	readonly answerStart: number;
	readonly groups: readonly string[];
	readonly inner: Deletion[];
}

function closed(raw: string, { start, answerStart, groups, inner }: Opening, end: number): Deletion {
	const from = inner.at(-1)?.end ?? answerStart;
	const hint = raw.indexOf('::', from);
	const hasHint = hint >= 0 && hint < end;
	return {
		start,
		end: end + 2,
		answerStart,
		answerEnd: hasHint ? hint : end,
		groups,
		hint: hasHint ? raw.slice(hint + 2, end) : '',
		inner
	};
}
