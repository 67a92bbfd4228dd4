import { sha256 } from '@noble/hashes/sha2.js';

/** SHA-256 in pieces. WebCrypto wants all bytes at once, which a backup of a million events must not be. */
export interface StreamingHash {
	update(bytes: Uint8Array): void;
	/** Hexadecimal; the last call. */
	digest(): string;
}

/** In JavaScript, for any place. A host that has its own (Node) may hand that in. */
export function createSha256(): StreamingHash {
	const hash = sha256.create();
	return {
		update: (bytes) => void hash.update(bytes),
		digest: () => Array.from(hash.digest(), (byte) => byte.toString(16).padStart(2, '0')).join('')
	};
}
