import type { Rating } from '#review-log/log-event.ts';

type Shortcut = 'show' | 'undo' | Rating;

/** What a key means while reviewing: Space or Enter shows, 1–4 rate, U undoes. Undefined: leave it to the browser. */
export function shortcutOf(event: KeyboardEvent, phase: string): Shortcut | undefined {
	// While an input method composes a character, its keys are not ours.
	if (event.isComposing || event.ctrlKey || event.metaKey || event.altKey || event.repeat) return undefined;
	const target = event.target instanceof HTMLElement ? event.target : undefined;
	if (target?.closest('input, textarea, select, [contenteditable], dialog, [popover]')) return undefined;
	if (event.key.toLowerCase() === 'u') return 'undo';
	if (phase === 'question' && (event.key === ' ' || event.key === 'Enter')) {
		// A focused button or link answers to these keys itself.
		return target?.closest('button, a, summary') ? undefined : 'show';
	}
	if (phase === 'answer' && /^[1-4]$/.test(event.key)) return Number(event.key) as Rating;
	return undefined;
}
