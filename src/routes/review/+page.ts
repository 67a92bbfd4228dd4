import type { PageLoad } from './$types';

/** The scheduler is made while the page is being put together; where that fails, the page asks again, and says so. */
export const load: PageLoad = async ({ parent }) => {
	const { opening } = await parent();
	opening.scheduler().catch(() => undefined);
};
