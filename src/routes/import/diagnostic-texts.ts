import { m } from '#paraglide/messages.js';
import type { DiagnosticCode } from '#compiler/diagnostic-catalogue.ts';
import type { Diagnostic } from '#compiler/diagnostics.ts';

interface Locale {
	readonly locale?: 'en' | 'zh-Hant';
}

interface Texts {
	readonly message: (inputs: { detail: string }, options?: Locale) => string;
	readonly help: (inputs?: Record<string, never>, options?: Locale) => string;
}

/** What the command says in English (`diagnosticCatalogue`), in the languages of the interface. */
const texts: Readonly<Record<DiagnosticCode, Texts>> = {
	'unclosed-details': { message: m.diagnostic_unclosed_details, help: m.diagnostic_unclosed_details_help },
	'unmatched-close': { message: m.diagnostic_unmatched_close, help: m.diagnostic_unmatched_close_help },
	'summary-missing': { message: m.diagnostic_summary_missing, help: m.diagnostic_summary_missing_help },
	'empty-summary': { message: m.diagnostic_empty_summary, help: m.diagnostic_empty_summary_help },
	'nested-too-deep': { message: m.diagnostic_nested_too_deep, help: m.diagnostic_nested_too_deep_help },
	'html-sanitised': { message: m.diagnostic_html_sanitised, help: m.diagnostic_html_sanitised_help },
	'unresolved-image': { message: m.diagnostic_unresolved_image, help: m.diagnostic_unresolved_image_help },
	'open-question': { message: m.diagnostic_open_question, help: m.diagnostic_open_question_help },
	'math-error': { message: m.diagnostic_math_error, help: m.diagnostic_math_error_help },
	'dialect-ambiguous': { message: m.diagnostic_dialect_ambiguous, help: m.diagnostic_dialect_ambiguous_help },
	'empty-answer': { message: m.diagnostic_empty_answer, help: m.diagnostic_empty_answer_help },
	'link-only-answer': { message: m.diagnostic_link_only_answer, help: m.diagnostic_link_only_answer_help },
	'answer-too-long': { message: m.diagnostic_answer_too_long, help: m.diagnostic_answer_too_long_help },
	'title-too-generic': { message: m.diagnostic_title_too_generic, help: m.diagnostic_title_too_generic_help },
	'cloze-in-code': { message: m.diagnostic_cloze_in_code, help: m.diagnostic_cloze_in_code_help },
	'unclosed-comment': { message: m.diagnostic_unclosed_comment, help: m.diagnostic_unclosed_comment_help },
	'dup-card': { message: m.diagnostic_dup_card, help: m.diagnostic_dup_card_help },
	rebound: { message: m.diagnostic_rebound, help: m.diagnostic_rebound_help },
	orphan: { message: m.diagnostic_orphan, help: m.diagnostic_orphan_help },
	'not-utf8': { message: m.diagnostic_not_utf8, help: m.diagnostic_not_utf8_help },
	'empty-file': { message: m.diagnostic_empty_file, help: m.diagnostic_empty_file_help },
	'file-too-large': { message: m.diagnostic_file_too_large, help: m.diagnostic_file_too_large_help },
	'too-slow': { message: m.diagnostic_too_slow, help: m.diagnostic_too_slow_help }
};

/** What a diagnostic says and what to do about it; undefined where this version of the app does not know its code. */
export function diagnosticTexts(
	{ code, detail }: Diagnostic,
	options?: Locale
): { readonly message: string; readonly help: string } | undefined {
	if (!Object.hasOwn(texts, code)) return undefined;
	const { message, help } = texts[code as DiagnosticCode];
	return { message: message({ detail: detail ?? '' }, options), help: help({}, options) };
}
