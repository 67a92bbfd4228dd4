import { ReviewSession } from '#session/review-session.svelte.ts';
import type { SessionScope } from '#session/scope.ts';
import type { App } from '../app.ts';
import { reviewScope } from './review-scope.ts';

/**
 * @param parameters of the address, see `reviewScope`
 * @param goingOn instead of what the address says
 */
export async function openReview(
	app: App,
	parameters: URLSearchParams,
	goingOn?: SessionScope
): Promise<ReviewSession> {
	const { library, clock, randomBytes } = app;
	const scope = goingOn ?? (await reviewScope(parameters, app));
	return ReviewSession.open({ library, scheduler: app.scheduler(), clock, randomBytes }, scope);
}
