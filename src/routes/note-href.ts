import { resolve } from '$app/paths';
import type { CardId, NoteId } from '#deck/ids.ts';

/** What to show of a note: where a card stands, a line, or the section of some titles (outermost first) or else of a line. */
export type NotePlace =
	{ readonly card: CardId } | { readonly line: number; readonly section?: readonly string[] };

/** Address of a note's page. Its id holds slashes, which are no folders here. */
export function noteHref(noteId: NoteId, place?: NotePlace): string {
	const path = resolve('/notes/[note]', { note: encodeURIComponent(noteId) });
	if (place === undefined) return path;
	const parameters =
		'card' in place
			? [['card', place.card]]
			: [...(place.section ?? []).map((title) => ['section', title]), ['line', String(place.line)]];
	return `${path}?${parameters.map(([name, value = '']) => `${name}=${encodeURIComponent(value)}`).join('&')}`;
}
