import type { GivenAnswer } from './given-answer.ts';

/** What a session came to. */
export interface SessionSummary {
	readonly answers: number;
	readonly tookMs: number;
	/** Cards seen for the first time. */
	readonly newCards: number;
	/** Cards that were due for review, those recalled among them, and how many the model expected to be. */
	readonly reviews: number;
	readonly recalled: number;
	readonly expected: number;
}

export function summariseAnswers(answers: readonly GivenAnswer[]): SessionSummary {
	const reviews = answers.filter(({ kind, recall }) => kind === 'review' && recall !== null);
	return {
		answers: answers.length,
		tookMs: answers.reduce((sum, { tookMs }) => sum + Math.min(tookMs, longestAnswerMs), 0),
		newCards: new Set(answers.filter(({ kind }) => kind === 'new').map(({ cardId }) => cardId)).size,
		reviews: reviews.length,
		recalled: reviews.filter(({ rating }) => rating > 1).length,
		expected: reviews.reduce((sum, { recall }) => sum + (recall ?? 0), 0)
	};
}

/** What took longer was no answer: as the log has it. */
const longestAnswerMs = 60_000;
