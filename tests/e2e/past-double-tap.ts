import type { Page } from '@playwright/test';

/** How long after an answer was painted a tap rates nothing, and a little more. */
const doubleTapMs = 350;

/** The answer is asked for: waits until it was on the screen for so long that a tap rates. */
export const pastDoubleTap = (page: Page) =>
	page.evaluate(
		(waitMs) => new Promise<void>((go) => requestAnimationFrame(() => setTimeout(go, waitMs))),
		doubleTapMs
	);
