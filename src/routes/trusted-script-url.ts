/** The part of Trusted Types used here; the DOM's own declarations do not have it yet. */
interface TrustedTypes {
	createPolicy(
		name: string,
		rules: { createScriptURL(url: string): string }
	): { createScriptURL(url: string): unknown };
}

/** Scripts that a page may start beside itself: the workers that this build made, from this origin, and no others. */
const policy = (globalThis as { readonly trustedTypes?: TrustedTypes }).trustedTypes?.createPolicy(
	'deckhand-worker-url',
	{
		createScriptURL(url) {
			if (new URL(url, location.href).origin === location.origin) return url;
			throw new TypeError(`No worker is started from another origin: ${url}`);
		}
	}
);

/** Typed as the string that the DOM's declarations still ask for. */
export const trustedScriptUrl = (url: string): string => (policy?.createScriptURL(url) ?? url) as string;
