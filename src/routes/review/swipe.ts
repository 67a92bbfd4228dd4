const leastPx = 80;

/** An extra for those who switch it on: a finger drawn across the answer, mostly sideways. */
export function swipe(element: HTMLElement, onswipe: (direction: 'left' | 'right') => void): () => void {
	let start: PointerEvent | undefined;
	const down = (event: PointerEvent) =>
		(start = event.pointerType === 'touch' && event.isPrimary ? event : undefined);
	const up = (event: PointerEvent) => {
		if (start?.pointerId !== event.pointerId) return;
		const across = event.clientX - start.clientX;
		const along = Math.abs(event.clientY - start.clientY);
		start = undefined;
		if (Math.abs(across) >= leastPx && Math.abs(across) > 2 * along) onswipe(across < 0 ? 'left' : 'right');
	};
	element.style.touchAction = 'pan-y';
	element.addEventListener('pointerdown', down);
	element.addEventListener('pointerup', up);
	return () => {
		element.style.touchAction = '';
		element.removeEventListener('pointerdown', down);
		element.removeEventListener('pointerup', up);
	};
}
