import { m } from '#paraglide/messages.js';

/** Why a block became no card, in plain words; the codes are those of docs/diagnostics.md. */
export function skipReason(reason: string): string {
	switch (reason) {
		case 'reference':
			return m.import_skip_reference();
		case 'thought':
			return m.import_skip_thought();
		case 'repeats-title':
			return m.import_skip_repeats_title();
		case 'done':
			return m.import_skip_done();
		case 'illustration':
			return m.import_skip_illustration();
		case 'prose':
			return m.import_skip_prose();
		case 'loose':
			return m.import_skip_loose();
		case 'extra':
			return m.import_skip_extra();
		case 'directive':
			return m.import_skip_directive();
		case 'front-matter':
			return m.import_skip_front_matter();
		case 'comment':
			return m.import_skip_comment();
		case 'rule':
			return m.import_skip_rule();
		case 'html':
			return m.import_skip_html();
		default:
			return m.import_skip_other({ code: reason });
	}
}

/** Why a point is open. */
export function openReason(reason: string): string {
	switch (reason) {
		case 'todo':
			return m.import_open_todo();
		case 'empty':
			return m.import_open_empty();
		case 'link-only':
			return m.import_open_link_only();
		default:
			return m.import_open_no_answer();
	}
}
