import type { Rating } from '#review-log/log-event.ts';

/** Points that were recalled, by index. */
export type Ticks = ReadonlySet<number>;

/** The list of a face whose points are the card's: the first with as many of them. */
export function listIn(face: HTMLElement, count: number): HTMLElement | undefined {
	return [...face.querySelectorAll<HTMLElement>('ul, ol')].find((list) => list.children.length === count);
}

/** Puts a box before each point of a list in the answer. Returns whether there was one. */
export function addTicks(
	face: HTMLElement,
	count: number,
	ticks: Ticks,
	{ label, onchange }: { readonly label: string; readonly onchange: (ticks: Ticks) => void }
): boolean {
	const list = listIn(face, count);
	if (list === undefined) return false;
	const boxes = Array.from(list.children, (point, index) => {
		const box = document.createElement('input');
		box.type = 'checkbox';
		box.className = 'tick';
		box.checked = ticks.has(index);
		box.setAttribute('aria-label', `${label} ${point.textContent.trim()}`);
		box.addEventListener('change', () =>
			onchange(new Set(boxes.flatMap((each, of) => (each.checked ? [of] : []))))
		);
		return box;
	});
	for (const [index, point] of [...list.children].entries()) {
		const box = boxes[index];
		if (box === undefined) continue;
		point.prepend(box);
		// The whole point is the target; a link in it, or a selection, keeps its own meaning.
		point.addEventListener('click', ({ target }) => {
			if (target === box || (target as Element).closest('a, button, input') !== null) return;
			if (getSelection()?.isCollapsed !== false) box.click();
		});
	}
	list.classList.add('ticks');
	return true;
}

/** All: Good; more than half: Hard; else Again. */
export const ratingOfTicks = (ticks: Ticks, count: number): Rating =>
	ticks.size >= count ? 3 : ticks.size * 2 > count ? 2 : 1;

export const readTicks = (draft: string): Ticks => new Set(draft === '' ? [] : draft.split(',').map(Number));
export const writeTicks = (ticks: Iterable<number>): string => [...ticks].join();
