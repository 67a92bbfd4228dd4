/** What is said of a line of the note, at the block that begins there. */
export interface LineMark {
	readonly kind: 'unseen' | 'open' | 'asked';
	readonly line: number;
	readonly endLine: number;
	readonly label: string;
}

/** Puts marks into a piece of the note, in place of those that it had. */
export function markLines(piece: HTMLElement, marks: readonly LineMark[]): void {
	for (const old of piece.querySelectorAll('.note-mark')) old.remove();
	for (const old of piece.querySelectorAll('.is-unseen, .is-asked'))
		old.classList.remove('is-unseen', 'is-asked');
	const blocks = [...piece.querySelectorAll<HTMLElement>('[data-line]')];
	for (const { kind, line, endLine, label } of marks) {
		const block = blocks.findLast((candidate) => lineOf(candidate) <= line) ?? blocks[0];
		if (block === undefined) continue;
		if (kind === 'asked') {
			for (const other of blocks)
				if (other === block || (lineOf(other) > line && lineOf(other) <= endLine))
					other.classList.add('is-asked');
			continue;
		}
		if (kind === 'unseen') block.classList.add('is-unseen');
		const mark = document.createElement('span');
		mark.className = kind === 'open' ? 'note-mark open' : 'note-mark visually-hidden';
		mark.textContent = label;
		if (block.localName === 'pre') block.before(mark);
		else (block.localName === 'tr' ? (block.firstElementChild ?? block) : block).prepend(mark);
	}
}

/** The block in which a line begins; undefined where the piece has none. */
export const blockAt = (piece: HTMLElement, line: number): HTMLElement | undefined =>
	[...piece.querySelectorAll<HTMLElement>('[data-line]')].findLast((block) => lineOf(block) <= line);

const lineOf = (block: HTMLElement): number => Number(block.dataset['line']);

/** From one character to another of an element's text, marks left out; undefined where it has not so many. */
export function rangeIn(element: HTMLElement, from: number, to: number): Range | undefined {
	const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
	const range = document.createRange();
	let before = 0;
	let hasStart = false;
	for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
		if (node.parentElement?.closest('.note-mark')) continue;
		const length = node.nodeValue?.length ?? 0;
		if (!hasStart && from < before + length) {
			range.setStart(node, from - before);
			hasStart = true;
		}
		if (hasStart && to <= before + length) {
			range.setEnd(node, to - before);
			return range;
		}
		before += length;
	}
	return undefined;
}
