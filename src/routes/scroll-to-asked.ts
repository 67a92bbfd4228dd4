/** Attached to a part that is drawn after its page: shows it, when the address asks for it by its id. */
export function scrollToAsked(element: HTMLElement): void {
	if (location.hash === `#${element.id}`) element.scrollIntoView();
}
