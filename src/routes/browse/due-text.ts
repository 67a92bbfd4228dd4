import type { CardFacts } from '#browse/card-facts.ts';
import { m } from '#paraglide/messages.js';

/** "Due in 5 days", "Was due 3 days ago"; undefined for a new card. */
export function dueText({ dueInDays }: Pick<CardFacts, 'dueInDays'>, locale: string): string | undefined {
	if (dueInDays === undefined) return undefined;
	const days = Math.floor(dueInDays);
	const when = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' }).format(days, 'day');
	return days < 0 ? m.browse_due_late({ when }) : m.browse_due_when({ when });
}
