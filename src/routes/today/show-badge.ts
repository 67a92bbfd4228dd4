/** The number of due cards on the app's icon, where the system shows one; none where nothing is due. */
export async function showBadge(count: number): Promise<void> {
	// Not every browser has it, and one that has may refuse it to an app that is not installed.
	const { setAppBadge, clearAppBadge } = navigator as Partial<Navigator>;
	const shown = count > 0 ? setAppBadge?.call(navigator, count) : clearAppBadge?.call(navigator);
	await shown?.catch(() => undefined);
}
