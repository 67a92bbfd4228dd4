import type { KeyAction, Keys } from '../review-options.svelte.ts';

/** `rate`: as suggested, else Good. */
export type Shortcut = KeyAction | 'rate';

interface Circumstances {
	readonly phase: string;
	readonly keys: Keys;
	readonly areKeysOff: boolean;
}

const ratingActions: readonly KeyAction[] = ['again', 'hard', 'good', 'easy'];

/**
 * What a key means while reviewing. The key that shows the answer, and Enter, also rate once it is shown. Undefined: leave
 * the key to the browser.
 */
export function shortcutOf(
	event: KeyboardEvent,
	{ phase, keys, areKeysOff }: Circumstances
): Shortcut | undefined {
	// While an input method composes a character, its keys are not ours.
	if (event.isComposing || event.ctrlKey || event.metaKey || event.altKey || event.repeat) return undefined;
	const target = event.target instanceof HTMLElement ? event.target : undefined;
	if (target?.closest('textarea, select, [contenteditable], dialog, [popover]')) return undefined;
	if (target?.closest('input') && (target as HTMLInputElement).type !== 'checkbox') return undefined;
	const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
	const action =
		key === 'Enter'
			? 'show'
			: areKeysOff
				? undefined
				: (Object.keys(keys) as KeyAction[]).find((name) => keys[name] === key);
	if (action === undefined) return undefined;
	// A focused button, link or box answers to Space and Enter itself.
	if ((key === ' ' || key === 'Enter') && target?.closest('button, a, summary, input')) return undefined;
	if (action === 'show') return phase === 'question' ? 'show' : phase === 'answer' ? 'rate' : undefined;
	return ratingActions.includes(action) && phase !== 'answer' ? undefined : action;
}
