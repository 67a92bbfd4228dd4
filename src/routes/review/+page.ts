import type { PageLoad } from './$types';
import { openReview } from './open-review.ts';

/**
 * Where the app starts with a review, its first card is read before anything is drawn. From another page the session is
 * opened by this one, not here: links are loaded when they are merely pointed at.
 */
export const load: PageLoad = async ({ parent, url: { search, searchParams } }) => {
	const { opening } = await parent();
	if (document.querySelector('main') !== null) return;
	try {
		const app = await Promise.race([opening.app, opening.preparing]);
		// Cards are being made ready, which the layout says meanwhile.
		if (app === undefined) return;
		app.keptReview.keep(search, await openReview(app, searchParams));
	} catch {
		// The page tries again, and says what is wrong.
	}
};
