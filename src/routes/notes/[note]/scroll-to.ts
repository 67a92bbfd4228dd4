/** Text above that was never drawn turns out higher or lower than was thought, some frames later: so often it is looked again. */
const framesWatched = 12;

/**
 * Brings something onto the screen, and keeps to it while what stands above it is drawn for the first time.
 * @param at to the top of the screen, or its middle
 * @param bar what stays at the top of the screen meanwhile
 */
export function scrollTo(
	target: Element | Range,
	at: 'top' | 'middle',
	bar: HTMLElement | undefined,
	frames = framesWatched
): void {
	const top = heightOf(bar) + marginPx;
	const place = target.getBoundingClientRect();
	const wanted = at === 'top' ? top : Math.max(top, (innerHeight - place.height) / 2);
	window.scrollBy({ top: place.top - wanted, behavior: 'instant' });
	if (frames > 0) requestAnimationFrame(() => scrollTo(target, at, bar, frames - 1));
}

const marginPx = 12;

/** With what is above it, where it stays. */
const heightOf = (bar: HTMLElement | undefined): number =>
	bar === undefined ? 0 : bar.offsetHeight + (parseFloat(getComputedStyle(bar).top) || 0);
