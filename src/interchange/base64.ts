/** Bytes as text, and back (RFC 4648, with padding). */
export function toBase64(bytes: Uint8Array): string {
	const pieces: string[] = [];
	// String.fromCharCode takes its bytes as arguments, of which there may not be too many.
	for (let from = 0; from < bytes.length; from += 0x8000) {
		pieces.push(String.fromCharCode(...bytes.subarray(from, from + 0x8000)));
	}
	return btoa(pieces.join(''));
}

/** @throws DOMException where the text is no base64 */
export const fromBase64 = (text: string): Uint8Array<ArrayBuffer> =>
	Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
