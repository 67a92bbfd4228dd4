import { m } from '#paraglide/messages.js';
import type { Rating } from '#review-log/log-event.ts';

/** In the order of the buttons. */
export const ratings: readonly { readonly rating: Rating; readonly name: () => string }[] = [
	{ rating: 1, name: m.again },
	{ rating: 2, name: m.hard },
	{ rating: 3, name: m.good },
	{ rating: 4, name: m.easy }
];
