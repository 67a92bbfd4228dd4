import { afterEach } from 'vitest';
import type { Rating } from '#review-log/log-event.ts';
import { ReviewSession } from './review-session.svelte.ts';

const opened: ReviewSession[] = [];

/** For tests: a session that is closed when the test is over. */
export async function openSession(...args: Parameters<typeof ReviewSession.open>): Promise<ReviewSession> {
	const session = await ReviewSession.open(...args);
	opened.push(session);
	return session;
}

afterEach(() => {
	for (const session of opened.splice(0)) session.close();
});

/** For tests: shows the answer, and rates it. */
export async function rate(session: ReviewSession, rating: Rating): Promise<void> {
	session.showAnswer();
	await session.rate(rating);
}
