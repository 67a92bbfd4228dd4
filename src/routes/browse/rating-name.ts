import { m } from '#paraglide/messages.js';
import type { Rating } from '#review-log/log-event.ts';

export function ratingName(rating: Rating): string {
	switch (rating) {
		case 1:
			return m.again();
		case 2:
			return m.hard();
		case 3:
			return m.good();
		case 4:
			return m.easy();
	}
}
