/** MIME type of a picture by its first bytes, never by its name; undefined for anything else. */
export function sniffImage(bytes: Uint8Array): string | undefined {
	const head = String.fromCharCode(...bytes.subarray(0, 16));
	if (head.startsWith('\x89PNG\r\n\x1a\n')) return 'image/png';
	if (head.startsWith('\xff\xd8\xff')) return 'image/jpeg';
	if (head.startsWith('GIF87a') || head.startsWith('GIF89a')) return 'image/gif';
	if (head.startsWith('RIFF') && head.slice(8, 12) === 'WEBP') return 'image/webp';
	if (head.slice(4, 12) === 'ftypavif') return 'image/avif';
	return isSvg(bytes) ? 'image/svg+xml' : undefined;
}

/** An `<svg` element before anything but a prolog. */
function isSvg(bytes: Uint8Array): boolean {
	const text = new TextDecoder().decode(bytes.subarray(0, 1024));
	return /^\s*(?:<\?xml[^<>]*\?>\s*)?(?:<!--[^<>]*-->\s*)?(?:<!DOCTYPE svg[^<>]*>\s*)?<svg[\s>]/i.test(text);
}
