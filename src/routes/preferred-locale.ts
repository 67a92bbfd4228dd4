import type { Locale } from '#paraglide/runtime.js';

/**
 * The interface's language for what a browser asks for (`zh-TW`, `zh-Hant-HK`, `en-GB`, …). Whoever reads any kind of
 * Chinese is better served by Traditional Chinese than by English.
 */
export function preferredLocale(languages: readonly string[]): Locale {
	for (const language of languages) {
		if (/^zh\b/i.test(language)) return 'zh-Hant';
		if (/^en\b/i.test(language)) return 'en';
	}
	return 'en';
}
