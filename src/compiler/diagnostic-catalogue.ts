import type { Severity } from './diagnostics.ts';

interface CatalogueEntry {
	readonly severity: Severity;
	/** `{}` stands for the detail: a title, a file, an address. */
	readonly message: string;
	/** One sentence: what to do about it. */
	readonly help: string;
}

/**
 * Every code a compile can report, one line each. Codes are part of the compile contract: add, never rename.
 * docs/diagnostics.md has a section for each, and a test holds the two together.
 */
export const diagnosticCatalogue = {
	'unclosed-details': {
		severity: 'warning',
		message:
			'This <details> has no </details>; it was taken to end with the list item or section it stands in.',
		help: 'Close it with </details>, indented like its opening tag.'
	},
	'unmatched-close': {
		severity: 'warning',
		message: 'This </details> closes nothing.',
		help: 'Remove it, or indent it like the <details> it belongs to.'
	},
	'summary-missing': {
		severity: 'warning',
		message: 'This <details> has no <summary>, so its card has no title of its own.',
		help: 'Write <summary>the question</summary> on the next line.'
	},
	'empty-summary': {
		severity: 'warning',
		message: 'This <summary> is empty.',
		help: 'Write the question or the topic into it.'
	},
	'nested-too-deep': {
		severity: 'error',
		message: 'This lies more than 32 lists deep and was left out.',
		help: 'Move it out, under a heading or a block of its own.'
	},
	'html-sanitised': {
		severity: 'info',
		message: 'HTML was left out of the card: {}.',
		help: 'Write it in Markdown; only b i u s em strong code mark br sub sup kbd ruby are kept.'
	},
	'unresolved-image': {
		severity: 'warning',
		message: 'This picture is not stored with the deck: {}.',
		help: 'Put the file where the note looks for it; for an address, fetch the pictures when compiling.'
	},
	'open-question': {
		severity: 'info',
		message: 'An open question: {}',
		help: 'Write the answer below it and it becomes a card.'
	},
	'math-error': {
		severity: 'warning',
		message: 'This formula was not understood and is shown as it stands: {}',
		help: 'Correct it; KaTeX has a list of the commands it knows.'
	},
	'dialect-ambiguous': {
		severity: 'info',
		message: 'The marks here mean different things in different programs; they were read as {}.',
		help: 'Say which one in the front matter: `deckhand: {dialect: osr}` or `remnote`.'
	},
	'empty-answer': {
		severity: 'info',
		message: 'Nothing stands under this title: {}',
		help: 'Write the answer below it and it becomes a card.'
	},
	'link-only-answer': {
		severity: 'info',
		message: 'Only links stand under this title: {}',
		help: 'Write what matters of them in a sentence of your own and it becomes a card.'
	},
	'answer-too-long': {
		severity: 'info',
		message: 'The answer has {} characters; few people recall more than 800 at once.',
		help: 'Split the block, or write its bullets so that each can be asked by itself.'
	},
	'title-too-generic': {
		severity: 'info',
		message: 'This title says little by itself: {}',
		help: 'Name in it what the block is about, or put the block under a heading that does.'
	},
	'cloze-in-code': {
		severity: 'info',
		message: 'Marks of a deletion inside code are code: {}',
		help: 'Put the marks outside the backticks.'
	},
	'unclosed-comment': {
		severity: 'warning',
		message: 'This comment is never closed, and hides all that follows it.',
		help: 'Close it with -->.'
	},
	'dup-card': {
		severity: 'info',
		message: 'The same question with the same answer stands twice; the other one: {}',
		help: 'Keep one of them, or say in each title what makes it another.'
	},
	rebound: {
		severity: 'info',
		message: 'This was moved and edited, and was taken for the card that asked: {}',
		help: 'Its reviews went with it; if it asks for something else now, start it anew with Forget.'
	},
	orphan: {
		severity: 'info',
		message: 'A card is no longer in the notes: {}',
		help: 'Its reviews are kept, and return when its question and answer stand in any note of the deck again.'
	},
	'not-utf8': {
		severity: 'error',
		message: 'The file is not UTF-8 text; the first wrong byte is in this line.',
		help: 'Save it as UTF-8 in your editor.'
	},
	'empty-file': {
		severity: 'warning',
		message: 'The file is empty.',
		help: 'Write something into it, or remove it.'
	},
	'file-too-large': {
		severity: 'error',
		message: 'The file is larger than 2 MB and was not compiled.',
		help: 'Split it into several notes.'
	},
	'too-slow': {
		severity: 'error',
		message: 'The file took longer than {} to compile and was left out.',
		help: 'Split it, or remove the part with unusually many brackets or markers.'
	}
} as const satisfies Readonly<Record<string, CatalogueEntry>>;

export type DiagnosticCode = keyof typeof diagnosticCatalogue;
