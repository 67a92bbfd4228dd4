import type { AssetHash } from '#deck/ids.ts';
import type { Library } from '#library/library.ts';

/** Address of a stored picture; undefined where the library does not hold it. */
export type AssetUrls = (hash: AssetHash) => Promise<string | undefined>;

/** Pictures kept ready at the same time; the oldest is let go, so that a long session holds no more memory. */
const kept = 60;

export function assetUrls(library: Pick<Library, 'asset'>): AssetUrls {
	const urls = new Map<AssetHash, Promise<string | undefined>>();
	return (hash) => {
		const known = urls.get(hash);
		if (known) return known;
		const made = library
			.asset(hash)
			.then((asset) => asset && URL.createObjectURL(new Blob([asset.bytes], { type: asset.type })));
		urls.set(hash, made);
		if (urls.size > kept) void dropOldest(urls);
		return made;
	};
}

async function dropOldest(urls: Map<AssetHash, Promise<string | undefined>>) {
	const oldest = urls.keys().next().value;
	if (oldest === undefined) return;
	const url = await urls.get(oldest);
	urls.delete(oldest);
	if (url !== undefined) URL.revokeObjectURL(url);
}
