import type { PageLoad } from './$types';

/** At the very first start, the page's offer of an introduction comes while the library is being made. */
export const load: PageLoad = async ({ parent }) => {
	const { opening } = await parent();
	opening.preparing.then(() => import('./WelcomePanel.svelte')).catch(() => undefined);
};
