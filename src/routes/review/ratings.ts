import { m } from '#paraglide/messages.js';
import type { Rating } from '#review-log/log-event.ts';

/** In the order of the buttons. */
export const ratings = [
	{ rating: 1, name: m.again, action: 'again' },
	{ rating: 2, name: m.hard, action: 'hard' },
	{ rating: 3, name: m.good, action: 'good' },
	{ rating: 4, name: m.easy, action: 'easy' }
] as const satisfies readonly {
	readonly rating: Rating;
	readonly name: () => string;
	readonly action: string;
}[];
