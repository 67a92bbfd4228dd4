/**
 * A list whose points speak of one side and then of the other becomes a table of two columns, words and marks kept:
 *
 *     - `ADD` unpacks a local tar, `COPY` copies it as it is
 *                                  ^ here the other side begins
 * A list with any point of another form stays as it is.
 */
export function toColumns(face: HTMLElement, sides: readonly [string, string]): void {
	const list = [...face.children].find((child): child is HTMLElement => child.matches('ul, ol'));
	if (list === undefined || list.children.length === 0) return;
	const cuts = Array.from(list.children, (point) => cutOf(point.textContent, sides));
	if (cuts.includes(undefined)) return;
	const table = document.createElement('table');
	table.className = 'columns';
	const head = table.createTHead().insertRow();
	for (const side of sides) {
		const cell = document.createElement('th');
		cell.scope = 'col';
		cell.textContent = side;
		head.append(cell);
	}
	const body = table.createTBody();
	for (const [index, point] of [...list.children].entries()) {
		const row = body.insertRow();
		const cut = cuts[index];
		if (cut === undefined) continue;
		row.insertCell().append(contentsOf(point, cut.first));
		row.insertCell().append(contentsOf(point, cut.second));
	}
	list.replaceWith(table);
}

interface Cut {
	readonly first: Span;
	readonly second: Span;
}
/** Offsets of a point's text. */
interface Span {
	readonly start: number;
	readonly end: number;
}

function cutOf(text: string, [one, other]: readonly [string, string]): Cut | undefined {
	const start = text.search(/\S/);
	for (const [first, second] of [
		[one, other],
		[other, one]
	] as const) {
		const opening = /^(?:an? |the )?/i.exec(text.slice(start))?.[0].length ?? 0;
		if (!startsWith(text, first, start) && !startsWith(text, first, start + opening)) continue;
		const between = [...text.matchAll(/[，,；;]\s*(?:(?:an?|the|while|but|and|whereas)\s+)*/gi)].find(
			({ 0: comma, index }) => startsWith(text, second, index + comma.length)
		);
		if (between === undefined) return undefined;
		const left = { start, end: between.index };
		const right = { start: between.index + between[0].length, end: text.length };
		return first === one ? { first: left, second: right } : { first: right, second: left };
	}
	return undefined;
}

const startsWith = (text: string, side: string, at: number) =>
	text.slice(at, at + side.length).toLowerCase() === side.toLowerCase();

/** A copy of a part of an element, with the elements around it. */
function contentsOf(element: Element, { start, end }: Span): DocumentFragment {
	const range = document.createRange();
	range.selectNodeContents(element);
	const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
	let offset = 0;
	for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
		const length = node.nodeValue?.length ?? 0;
		if (start >= offset && start < offset + length) range.setStart(node, start - offset);
		if (end > offset && end <= offset + length) range.setEnd(node, end - offset);
		offset += length;
	}
	return range.cloneContents();
}
