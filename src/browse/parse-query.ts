import { cardKinds } from '#deck/card.ts';
import { foldText } from './fold-text.ts';
import { operators, properties, traits, type Query, type QueryProblem } from './query.ts';

export type ParsedQuery =
	| { readonly isUnderstood: true; readonly query: Query }
	| { readonly isUnderstood: false; readonly problem: QueryProblem };

/**
 * Reads a query: terms separated by spaces must all fit, `OR` between them offers a choice and binds less, `-` before a
 * term negates it, quotes keep spaces (and keep an operator from being one). Full-width forms count as their usual ones.
 */
export function parseQuery(input: string): ParsedQuery {
	const choices: Query[][] = [[]];
	let or: Token | undefined;
	try {
		for (const token of tokensOf(input)) {
			if (isOr(token)) {
				if (choices.at(-1)?.length === 0) throw new Misunderstood('or-without-sides', token);
				choices.push([]);
				or = token;
			} else choices.at(-1)?.push(readTerm(token));
		}
		if (or !== undefined && choices.at(-1)?.length === 0) throw new Misunderstood('or-without-sides', or);
	} catch (error) {
		if (error instanceof Misunderstood) return { isUnderstood: false, problem: error.problem };
		throw error;
	}
	return {
		isUnderstood: true,
		query: oneOf(
			'any',
			choices.map((terms) => oneOf('all', terms))
		)
	};
}

const oneOf = (kind: 'all' | 'any', of: readonly Query[]): Query => {
	const [first] = of;
	return of.length === 1 && first !== undefined ? first : { kind, of };
};

/** One term as it was written, its place, and where in it the first quote stands (-1 without one). */
interface Token {
	readonly text: string;
	readonly from: number;
	readonly to: number;
	readonly quoteAt: number;
}

/** Carries a problem out of the reading; never leaves this file. */
class Misunderstood extends Error {
	readonly problem: QueryProblem;
	constructor(code: QueryProblem['code'], { from, to }: Token) {
		super(code);
		this.problem = { code, from, to };
	}
}

const isQuote = (sign: string) => sign === '"' || sign === '“' || sign === '”' || sign === '＂';

/** `a "b c" tag:"d e"` is three: spaces inside quotes do not separate. */
function* tokensOf(input: string): Generator<Token> {
	let at = 0;
	while (at < input.length) {
		if (/\s/.test(input.charAt(at))) {
			at += 1;
			continue;
		}
		const from = at;
		let text = '';
		let quoteAt = -1;
		let isQuoted = false;
		for (; at < input.length && (isQuoted || !/\s/.test(input.charAt(at))); at += 1) {
			const sign = input.charAt(at);
			if (!isQuote(sign)) text += sign;
			else {
				if (quoteAt < 0) quoteAt = text.length;
				isQuoted = !isQuoted;
			}
		}
		const token = { text, from, to: at, quoteAt };
		if (isQuoted) throw new Misunderstood('unclosed-quote', token);
		yield token;
	}
}

const isOr = ({ text, quoteAt }: Token) => text === 'OR' && quoteAt < 0;

function readTerm(token: Token): Query {
	const { text, quoteAt } = token;
	const isNegated = /^[-－−]/.test(text) && quoteAt !== 0;
	if (!isNegated) return readPlain(token);
	const rest = { ...token, text: text.slice(1), quoteAt: quoteAt - 1 };
	if (rest.text === '') throw new Misunderstood('nothing-to-negate', token);
	return { kind: 'not', of: readPlain(rest) };
}

/** Only what stands before any quote can be an operator: `"is:due"` is a text. */
function readPlain(token: Token): Query {
	const { text, quoteAt } = token;
	const [, name = '', rest = ''] = /^([a-z]+)[:：](.*)$/su.exec(text.normalize('NFKC')) ?? [];
	const isOperator = quoteAt < 0 || quoteAt > name.length;
	const read = isOperator ? readers.get(name) : undefined;
	if (read === undefined) return { kind: 'text', text: foldText(text) };
	const value = foldText(rest).trim();
	if (value === '') throw new Misunderstood('missing-value', token);
	return read(value, token);
}

const readers: ReadonlyMap<string, (value: string, token: Token) => Query> = new Map([
	['is', readTrait],
	['kind', readKind],
	['deck', (name: string): Query => ({ kind: 'deck', name })],
	['tag', (name: string): Query => ({ kind: 'tag', name: name.replace(/^#/, '') })],
	['prop', readProperty]
]);

function readTrait(value: string, token: Token): Query {
	const trait = traits.find((known) => known === value);
	if (trait === undefined) throw new Misunderstood('unknown-trait', token);
	return { kind: 'is', trait };
}

function readKind(value: string, token: Token): Query {
	const cardKind = cardKinds.find((known) => known === value);
	if (cardKind === undefined) throw new Misunderstood('unknown-kind', token);
	return { kind: 'kind', cardKind };
}

/** `s>30`, `r<0.8`, `r<80%`, `due<=-3`. */
function readProperty(value: string, token: Token): Query {
	const [, name = '', sign = '', digits = '', percent = ''] =
		/^([a-z]+)\s*(<=|>=|!=|<|>|=)\s*(-?\d{1,9}(?:\.\d{1,9})?)(%?)$/.exec(value) ?? [];
	const property = properties.find((known) => known === name);
	const operator = operators.find((known) => known === sign);
	if (property === undefined || operator === undefined) throw new Misunderstood('unknown-property', token);
	return { kind: 'prop', property, operator, value: Number(digits) / (percent === '%' ? 100 : 1) };
}
