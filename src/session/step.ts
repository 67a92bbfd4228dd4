import type { LogEvent } from '#review-log/log-event.ts';
import type { GivenAnswer } from './given-answer.ts';
import type { SessionDay } from './session-day.ts';
import type { Session } from './session.ts';

/** One action of a session: what it wrote, and what there was before it; an earlier visit's queue is not known any more. */
export interface Step {
	readonly events: readonly LogEvent[];
	readonly known?: { readonly before: Session; readonly dayBefore: SessionDay; readonly draft: string };
	/** Where the action was a rating. */
	readonly answer?: GivenAnswer;
}
