import type { StudyDay } from './study-day.ts';

/** 0 Sunday … 6 Saturday. */
export type Weekday = 0 | 1 | 2 | 3 | 4 | 5 | 6;

/** The weekday of a study day: that of the local date on which it began. Day 0 (1970-01-01) was a Thursday. */
export const weekday = (day: StudyDay): Weekday => ((((day + 4) % 7) + 7) % 7) as Weekday;
