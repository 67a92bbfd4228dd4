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
	return {
		html: faces.map((face) => face.html).join(''),
		text: faces
			.map((face) => face.text)
			.filter((text) => text !== '')
			.join('\n'),
		media: [...new Set(faces.flatMap((face) => face.media))]
	};
}
