import type { Asset } from '#deck/deck.ts';
import type { AssetHash } from '#deck/ids.ts';
import { sniffImage } from './sniff-image.ts';

/** One picture may be this large; a deck is kept on a phone. */
export const maxImageBytes = 4 * 1024 * 1024;

/** Bytes as an asset of the deck, or undefined when they are no picture or too large. */
export async function storeImage(bytes: Uint8Array<ArrayBuffer>): Promise<Asset | undefined> {
	const type = bytes.length > maxImageBytes ? undefined : sniffImage(bytes);
	if (type === undefined) return undefined;
	const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
	const hash = Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('');
	return { hash: hash as AssetHash, type, bytes };
}
