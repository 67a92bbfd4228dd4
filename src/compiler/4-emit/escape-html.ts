const special = /[&<>"]/;

/** Text as HTML text or attribute value (in double quotes). */
export function escapeHtml(text: string): string {
	if (!special.test(text)) return text;
	return text
		.replaceAll('&', '&amp;')
		.replaceAll('<', '&lt;')
		.replaceAll('>', '&gt;')
		.replaceAll('"', '&quot;');
}
