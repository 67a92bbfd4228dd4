import { readFile, stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { MissingImage } from '#compiler/compilation.ts';
import type { Asset } from '#deck/deck.ts';
import { fetchImages, maxTotalBytes, type FetchedImages } from './fetch-images.ts';
import { maxImageBytes, storeImage } from './store-image.ts';

export interface LoadImageOptions {
	/** Folder that local addresses start from. */
	readonly folder: string;
	/** Remote pictures are asked for only when the person says so. */
	readonly fetchRemote: boolean;
	/** Remote pictures that were fetched before are not fetched again; a local file may have changed. */
	readonly known?: ReadonlyMap<string, Asset>;
}

/** Reads the pictures that notes name, as far as they are there and small enough. The others stay missing. */
export async function loadImages(
	missing: readonly MissingImage[],
	options: LoadImageOptions
): Promise<FetchedImages> {
	const images = new Map<string, Asset>();
	let room = maxTotalBytes;
	for (const { address, isRemote } of missing) {
		const asset = isRemote ? options.known?.get(address) : await readImage(resolve(options.folder, address));
		if (asset === undefined || asset.bytes.length > room) continue;
		images.set(address, asset);
		room -= asset.bytes.length;
	}
	if (!options.fetchRemote) return { images, failures: [] };
	const wanted = missing.filter(({ address, isRemote }) => isRemote && !images.has(address));
	const fetched = await fetchImages(
		wanted.map(({ address }) => address),
		{ room, redirect: 'follow' }
	);
	return { images: new Map([...images, ...fetched.images]), failures: fetched.failures };
}

async function readImage(path: string): Promise<Asset | undefined> {
	try {
		if ((await stat(path)).size > maxImageBytes) return undefined;
		return await storeImage(new Uint8Array(await readFile(path)));
	} catch {
		return undefined; // Not there: the compile reports it as unresolved-image.
	}
}
