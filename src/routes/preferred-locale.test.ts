import { expect, test } from 'vitest';
import { preferredLocale } from './preferred-locale.ts';

test.each([
	[['zh-TW', 'en-US'], 'zh-Hant'],
	[['zh-Hant-HK'], 'zh-Hant'],
	[['zh'], 'zh-Hant'],
	[['fr-FR', 'zh-TW', 'en'], 'zh-Hant'],
	[['en-GB', 'zh-TW'], 'en'],
	[['de', 'fr'], 'en'],
	[[], 'en']
])('%j is served in %s', (languages, locale) => {
	expect(preferredLocale(languages)).toBe(locale);
});
