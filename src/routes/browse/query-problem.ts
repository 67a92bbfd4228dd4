import { properties, traits, type QueryProblem } from '#browse/query.ts';
import { cardKinds } from '#deck/card.ts';
import { m } from '#paraglide/messages.js';

/** What is wrong with a search, where, and what to write instead. */
export function queryProblem({ code, from, to }: QueryProblem, input: string): string {
	const term = `“${input.slice(from, to)}”`;
	switch (code) {
		case 'unclosed-quote':
			return m.browse_unclosed_quote({ term });
		case 'nothing-to-negate':
			return m.browse_nothing_to_negate();
		case 'or-without-sides':
			return m.browse_or_without_sides();
		case 'missing-value':
			return m.browse_missing_value({ term });
		case 'unknown-trait':
			return m.browse_unknown_trait({ term, known: traits.join(', ') });
		case 'unknown-kind':
			return m.browse_unknown_kind({ term, known: cardKinds.join(', ') });
		case 'unknown-property':
			return m.browse_unknown_property({ term, known: properties.join(', ') });
	}
}
