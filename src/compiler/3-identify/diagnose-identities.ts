import { diagnose, type Diagnostic } from '../diagnostics.ts';
import type { IdentifiedCards } from './identify-cards.ts';
import type { Candidate } from './prints.ts';

/** What a person should know about how the cards were told apart and known again. */
export function diagnoseIdentities({ bound, rebound, orphaned }: IdentifiedCards): Diagnostic[] {
	return [
		...duplicates([...bound.keys()]),
		...rebound.map((candidate) => diagnose('rebound', placeOf(candidate), candidate.row.question)),
		...orphaned.map(({ file, question }) => diagnose('orphan', { file, line: 1, column: 1 }, question))
	];
}

/** Cards that a learner could not tell apart, each after the first. */
function duplicates(candidates: readonly Candidate[]): Diagnostic[] {
	const first = new Map<string, Candidate>();
	return candidates.flatMap((candidate) => {
		const { kind, question, answerPrint } = candidate.row;
		if (kind === 'open') return [];
		const shown = `${answerPrint} ${question}`;
		const twin = first.get(shown);
		if (twin === undefined) {
			first.set(shown, candidate);
			return [];
		}
		const { file, line } = twin.draft.source;
		return [diagnose('dup-card', placeOf(candidate), `${file}:${line}`)];
	});
}

const placeOf = ({ draft }: Candidate): Diagnostic['source'] => ({
	file: draft.source.file,
	line: draft.source.line,
	column: 1
});
