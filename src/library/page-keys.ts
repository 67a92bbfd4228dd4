import type { NoteId } from '#deck/ids.ts';
import type { NoteRow } from './library-database.ts';

/** Of the pages that hold a note's cards, in order. */
export const pageKeys = (note: Pick<NoteRow, 'id' | 'pageCount'>): readonly (readonly [NoteId, number])[] =>
	Array.from({ length: note.pageCount }, (_, page) => [note.id, page] as const);
