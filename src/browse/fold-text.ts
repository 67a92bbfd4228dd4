/**
 * Text as it is compared in a search: full-width and half-width forms, case, and 臺/台 make no difference, and any run of
 * white space is one space.
 */
export function foldText(text: string): string {
	return text.normalize('NFKC').toLowerCase().replaceAll('臺', '台').replace(/\s+/g, ' ');
}
