import { closeMark, openMark, type OpenMark } from '#review-log/mark.ts';
import type { CardRecord } from './card-record.ts';

/** A record while a fold writes to it: a million events would make a million copies otherwise. */
export type OpenRecord = Writable<Omit<CardRecord, 'mark' | 'reviewMark'>> & {
	readonly mark: OpenMark;
	readonly reviewMark: OpenMark;
};
type Writable<Type> = { -readonly [Name in keyof Type]: Type[Name] };

export const openRecord = (record: CardRecord): OpenRecord => ({
	...record,
	mark: openMark(record.mark),
	reviewMark: openMark(record.reviewMark)
});

export const closeRecord = (open: OpenRecord): CardRecord => ({
	...open,
	mark: closeMark(open.mark),
	reviewMark: closeMark(open.reviewMark)
});
