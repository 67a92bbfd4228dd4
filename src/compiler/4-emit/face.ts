import type { Html } from '#deck/card.ts';
import type { AssetHash } from '#deck/ids.ts';

/** One side of a card: sanitised HTML, the same as plain text, and the pictures in it. */
export interface Face {
	readonly html: Html;
	readonly text: string;
	readonly media: readonly AssetHash[];
}

export const emptyFace: Face = { html: '', text: '', media: [] };

/** Faces one below the other. */
export function stackFaces(faces: readonly Face[]): Face {
	const [only] = faces;
	if (only === undefined) return emptyFace;
	if (faces.length === 1) return only;
	let html = '';
	let text = '';
	let media = only.media;
	for (const face of faces) {
		html += face.html;
		if (face.text !== '') text = text === '' ? face.text : `${text}\n${face.text}`;
		if (face.media.length > 0)
			media = media.length === 0 ? face.media : [...new Set([...media, ...face.media])];
	}
	return { html, text, media };
}
