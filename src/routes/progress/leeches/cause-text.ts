import { m } from '#paraglide/messages.js';
import type { Cause } from '#progress/find-causes.ts';

/** What is wrong, and what to do about it. */
export function causeText(cause: Cause): { readonly what: string; readonly advice: string } {
	switch (cause.kind) {
		case 'long-answer':
			return { what: m.progress_cause_long(), advice: m.progress_fix_split() };
		case 'many-points':
			return {
				what: m.progress_cause_points({ count: cause.points }),
				advice: m.progress_fix_split_points()
			};
		case 'twins':
			return { what: m.progress_cause_twins(), advice: m.progress_fix_twins() };
		case 'missing-picture':
			return { what: m.progress_cause_picture(), advice: m.progress_fix_picture() };
		case 'vague-question':
			return { what: m.progress_cause_vague(), advice: m.progress_fix_vague() };
	}
}
