/** Scripts that a page may start beside itself: the workers that this build made, from this origin, and no others. */
const policy = globalThis.trustedTypes?.createPolicy('deckhand-worker-url', {
	createScriptURL(url) {
		if (new URL(url, location.href).origin === location.origin) return url;
		throw new TypeError(`No worker is started from another origin: ${url}`);
	}
});

/** Typed as the string that the DOM's own declarations still ask for. */
export const trustedScriptUrl = (url: string): string => (policy?.createScriptURL(url) ?? url) as string;
