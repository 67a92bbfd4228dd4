import { readFile, stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { MissingImage } from '#compiler/compilation.ts';
import type { Asset } from '#deck/deck.ts';
import { maxImageBytes, storeImage } from './store-image.ts';

export interface LoadImageOptions {
	/** Folder that local addresses start from. */
	readonly folder: string;
	/** Remote pictures are asked for only when the person says so. */
	readonly fetchRemote: boolean;
	/** Remote pictures that were fetched before are not fetched again; a local file may have changed. */
	readonly known?: ReadonlyMap<string, Asset>;
}

/** All pictures of a deck together may be this large. */
const maxTotalBytes = 64 * 1024 * 1024;
const fetchTimeoutMs = 15_000;

/** Reads the pictures that notes name, as far as they are there and small enough. The others stay missing. */
export async function loadImages(
	missing: readonly MissingImage[],
	options: LoadImageOptions
): Promise<ReadonlyMap<string, Asset>> {
	const images = new Map<string, Asset>();
	let total = 0;
	for (const { address, isRemote } of missing) {
		const known = isRemote ? options.known?.get(address) : undefined;
		if (known === undefined && isRemote && !options.fetchRemote) continue;
		const bytes =
			known !== undefined
				? known.bytes
				: isRemote
					? await fetchBytes(address)
					: await readBytes(resolve(options.folder, address));
		if (bytes === undefined || total + bytes.length > maxTotalBytes) continue;
		const asset = known ?? (await storeImage(bytes));
		if (asset === undefined) continue;
		images.set(address, asset);
		total += bytes.length;
	}
	return images;
}

async function readBytes(path: string): Promise<Uint8Array<ArrayBuffer> | undefined> {
	try {
		if ((await stat(path)).size > maxImageBytes) return undefined;
		return new Uint8Array(await readFile(path));
	} catch {
		return undefined; // Not there: the compile reports it as unresolved-image.
	}
}

async function fetchBytes(address: string): Promise<Uint8Array<ArrayBuffer> | undefined> {
	if (!/^https?:/i.test(address)) return undefined;
	try {
		const response = await fetch(address, { signal: AbortSignal.timeout(fetchTimeoutMs) });
		if (!response.ok || response.body === null) return undefined;
		return await readCapped(response.body);
	} catch {
		return undefined; // No network, refused, too slow: the compile reports it as unresolved-image.
	}
}

/** The whole body, or undefined as soon as it is larger than a picture may be. */
async function readCapped(body: ReadableStream<Uint8Array>): Promise<Uint8Array<ArrayBuffer> | undefined> {
	const chunks: Uint8Array[] = [];
	let length = 0;
	for await (const chunk of body) {
		length += chunk.length;
		if (length > maxImageBytes) return undefined;
		chunks.push(chunk);
	}
	const bytes = new Uint8Array(length);
	let offset = 0;
	for (const chunk of chunks) {
		bytes.set(chunk, offset);
		offset += chunk.length;
	}
	return bytes;
}
