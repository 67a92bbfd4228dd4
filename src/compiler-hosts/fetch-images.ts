import type { Asset } from '#deck/deck.ts';
import { maxImageBytes, storeImage } from './store-image.ts';

export interface FetchImagesOptions {
	/** Bytes that all of them together may have. */
	readonly room?: number;
	/** `error`: a server that sends elsewhere gives nothing, so that no host is asked but those that the notes name. */
	readonly redirect?: 'follow' | 'error';
	/** Called after each address, whatever came of it. */
	readonly onDone?: () => void;
	readonly fetch?: typeof fetch;
}

export interface FetchedImages {
	readonly images: ReadonlyMap<string, Asset>;
	readonly failures: readonly ImageFailure[];
}

/** Why a picture of another server is not here. */
export interface ImageFailure {
	readonly address: string;
	readonly reason:
		'not-https' | 'unreachable' | 'status' | 'too-slow' | 'too-large' | 'no-picture' | 'no-room';
	/** Of HTTP, where that is the reason. */
	readonly status?: number;
}

/** All pictures of a deck together may be this large. */
export const maxTotalBytes = 64 * 1024 * 1024;
const fetchTimeoutMs = 15_000;
/** More would crowd one server; fewer would wait for each answer in turn. */
const atOnce = 4;

/**
 * Asks other servers for pictures: over https alone, without cookies or a referrer, and takes of each answer what is
 * really a picture and small enough. Never rejects: what could not be had is listed. In the order of the addresses.
 */
export async function fetchImages(
	addresses: readonly string[],
	options: FetchImagesOptions = {}
): Promise<FetchedImages> {
	const outcomes = new Map<string, Outcome | undefined>(addresses.map((address) => [address, undefined]));
	const waiting = outcomes.keys();
	let room = options.room ?? maxTotalBytes;
	const work = async (): Promise<void> => {
		// Workers share the one iterator: each address is taken once.
		for (const address of waiting) {
			const outcome = await fetchImage(address, options);
			const isTooMuch = 'bytes' in outcome && outcome.bytes.length > room;
			outcomes.set(address, isTooMuch ? { address, reason: 'no-room' } : outcome);
			if ('bytes' in outcome && !isTooMuch) room -= outcome.bytes.length;
			options.onDone?.();
		}
	};
	await Promise.all(Array.from({ length: atOnce }, work));
	const images = new Map<string, Asset>();
	const failures: ImageFailure[] = [];
	for (const [address, outcome] of outcomes) {
		if (outcome === undefined) continue;
		if ('bytes' in outcome) images.set(address, outcome);
		else failures.push(outcome);
	}
	return { images, failures };
}

/** The address, where what is asked and what comes stays between the person and the server. */
export const secureUrl = (address: string): URL | undefined => {
	const whole = address.startsWith('//') ? `https:${address}` : address;
	const url = URL.canParse(whole) ? new URL(whole) : undefined;
	return url?.protocol === 'https:' ? url : undefined;
};

type Outcome = Asset | ImageFailure;

async function fetchImage(
	address: string,
	{ redirect = 'error', fetch = globalThis.fetch }: FetchImagesOptions
): Promise<Outcome> {
	const url = secureUrl(address);
	if (url === undefined) return { address, reason: 'not-https' };
	try {
		const response = await fetch(url, {
			signal: AbortSignal.timeout(fetchTimeoutMs),
			credentials: 'omit',
			referrerPolicy: 'no-referrer',
			redirect
		});
		if (!response.ok) return { address, reason: 'status', status: response.status };
		// Where a server was allowed to send elsewhere, what it sent to must be as safe.
		if (response.url !== '' && secureUrl(response.url) === undefined) return { address, reason: 'not-https' };
		const bytes = await readCapped(response.body);
		if (bytes === undefined) return { address, reason: 'too-large' };
		return (await storeImage(bytes)) ?? { address, reason: 'no-picture' };
	} catch (error) {
		const isLate = error instanceof DOMException && error.name === 'TimeoutError';
		return { address, reason: isLate ? 'too-slow' : 'unreachable' };
	}
}

/** The whole body, or undefined as soon as it is larger than a picture may be. */
async function readCapped(
	body: ReadableStream<Uint8Array> | null
): Promise<Uint8Array<ArrayBuffer> | undefined> {
	const chunks: Uint8Array[] = [];
	let length = 0;
	const reader = body?.getReader();
	for (let read = await reader?.read(); read?.done === false; read = await reader?.read()) {
		length += read.value.length;
		if (length > maxImageBytes) {
			await reader?.cancel();
			return undefined;
		}
		chunks.push(read.value);
	}
	const bytes = new Uint8Array(length);
	let offset = 0;
	for (const chunk of chunks) {
		bytes.set(chunk, offset);
		offset += chunk.length;
	}
	return bytes;
}
