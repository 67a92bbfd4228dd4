import type { ImageFailure } from '#compiler-hosts/fetch-images.ts';
import { m } from '#paraglide/messages.js';

/** Why a picture of another server is not here, for the person. */
export function pictureFailure({ reason, status }: ImageFailure): string {
	switch (reason) {
		case 'not-https':
			return m.import_picture_not_https();
		case 'unreachable':
			return navigator.onLine ? m.import_picture_refused() : m.import_picture_offline();
		case 'status':
			return m.import_picture_status({ status: status ?? 0 });
		case 'too-slow':
			return m.import_picture_too_slow();
		case 'too-large':
			return m.import_picture_too_large();
		case 'no-picture':
			return m.import_picture_none();
		case 'no-room':
			return m.import_picture_no_room();
	}
}
