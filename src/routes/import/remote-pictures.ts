import type { MissingImage } from '#compiler/compilation.ts';
import { secureUrl, type ImageFailure } from '#compiler-hosts/fetch-images.ts';

/** Pictures on other servers that nobody was asked for yet, each address once. */
export function remotePictures(
	missing: readonly MissingImage[],
	failures: readonly ImageFailure[]
): readonly string[] {
	const addresses = new Set(missing.filter(({ isRemote }) => isRemote).map(({ address }) => address));
	for (const { address } of failures) addresses.delete(address);
	return [...addresses];
}

/** The servers that would be asked for pictures, each once; an address that is not https is asked of nobody. */
export const pictureHosts = (addresses: readonly string[]): readonly string[] => [
	...new Set(addresses.flatMap((address) => secureUrl(address)?.host ?? []))
];
