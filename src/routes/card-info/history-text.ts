import { m } from '#paraglide/messages.js';
import type { LogEvent } from '#review-log/log-event.ts';
import { ratingName } from '../browse/rating-name.ts';

/** What an event did to its card, in a word or two. */
export function historyText(event: LogEvent): string {
	switch (event.type) {
		case 'review': {
			const rating = ratingName(event.payload.rating);
			return event.payload.mode === 'cram' ? m.history_cram({ rating }) : rating;
		}
		case 'reset':
			return m.history_reset();
		case 'setDue':
			return m.history_set_due();
		case 'suspend':
			return m.history_suspend();
		case 'unsuspend':
			return m.history_unsuspend();
		case 'bury':
			return m.history_bury();
		case 'flag':
			return m.history_flag();
		case 'edit':
			return m.history_edit();
		case 'rebind':
			return m.history_rebind();
		case 'undo':
		case 'setting':
			return '';
	}
}
