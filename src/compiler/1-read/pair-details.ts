import type { Token } from 'markdown-it';

/** Which `<details>` closes where, by index of the token. */
export interface DetailsPairs {
	/** Opening tags that have a closing one. */
	readonly closed: ReadonlySet<number>;
	/** Closing tags that close something. */
	readonly closing: ReadonlySet<number>;
}

/**
 * Pairs the tags by a stack in each container (list item, quote, note), so that one forgotten `</details>` spoils no
 * more than the list item it stands in. An opening tag that stands alone in its item belongs to the text around the
 * list:
 *
 *     - <details>
 *     <summary>Q</summary>
 *     ^ the item has ended here
 */
export function pairDetails(tokens: readonly Token[]): DetailsPairs {
	const closed = new Set<number>();
	const closing = new Set<number>();
	const containers: number[][] = [[]];
	tokens.forEach((token, index) => {
		const open = containers.at(-1);
		if (open === undefined) return;
		switch (token.type) {
			case 'details_open':
				open.push(index);
				break;
			case 'details_close': {
				const opening = open.pop();
				if (opening === undefined) break;
				closed.add(opening);
				closing.add(index);
				break;
			}
			case 'list_item_open':
			case 'blockquote_open':
				containers.push([]);
				break;
			case 'list_item_close':
			case 'blockquote_close': {
				const left = containers.pop()?.at(-1);
				if (left !== undefined && isEmptyUntil(tokens, left, index)) containers.at(-1)?.push(left);
				break;
			}
		}
	});
	return { closed, closing };
}

/** Nothing but the title stands between the opening tag and the end of its container. */
function isEmptyUntil(tokens: readonly Token[], opening: number, end: number): boolean {
	const first = opening + 1;
	return first === end || (tokens[first]?.type === 'summary_open' && first + 3 === end);
}
