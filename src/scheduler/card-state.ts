import type { Instant } from '#time/instant.ts';
import type { StudyDay } from '#time/study-day.ts';

/** What a memory model keeps of a card. Only the model looks inside (FSRS-6: stability in days, difficulty 1–10). */
export type Memory = { readonly [name: string]: number };

/** Computed from the log, never set. Only the states that exist can be written down. */
export type CardState =
	| { readonly kind: 'new' }
	| (Seen & { readonly kind: 'learning' | 'relearning'; readonly step: number; readonly dueAt: Instant })
	| (Seen & { readonly kind: 'review'; readonly dueDay: StudyDay; readonly intervalDays: number });

interface Seen {
	readonly memory: Memory;
	readonly lastReviewAt: Instant;
	readonly lastReviewDay: StudyDay;
}
