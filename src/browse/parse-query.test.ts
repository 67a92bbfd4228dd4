import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cardKinds } from '#deck/card.ts';
import { foldText } from './fold-text.ts';
import { parseQuery } from './parse-query.ts';
import { operators, properties, traits, type Query } from './query.ts';

const understood = (input: string): Query => {
	const parsed = parseQuery(input);
	if (!parsed.isUnderstood) throw new Error(`${input}: ${parsed.problem.code}`);
	return parsed.query;
};
const problem = (input: string) => {
	const parsed = parseQuery(input);
	return parsed.isUnderstood ? undefined : { ...parsed.problem };
};
const text = (of: string): Query => ({ kind: 'text', text: of });

describe('parseQuery', () => {
	it.each<[string, Query]>([
		['', { kind: 'all', of: [] }],
		['cache', text('cache')],
		['快取 Cache', { kind: 'all', of: [text('快取'), text('cache')] }],
		['快取　雜湊', { kind: 'all', of: [text('快取'), text('雜湊')] }],
		['"ADD vs COPY"', text('add vs copy')],
		['“兩邊 都是”', text('兩邊 都是')],
		['-tag:net', { kind: 'not', of: { kind: 'tag', name: 'net' } }],
		['is:due', { kind: 'is', trait: 'due' }],
		['ｉｓ：ｄｕｅ', { kind: 'is', trait: 'due' }],
		['"is:due"', text('is:due')],
		['-"is:due"', { kind: 'not', of: text('is:due') }],
		['"-x"', text('-x')],
		['deck:"Docker 筆記"', { kind: 'deck', name: 'docker 筆記' }],
		['kind:steps', { kind: 'kind', cardKind: 'steps' }],
		['prop:s>30', { kind: 'prop', property: 's', operator: '>', value: 30 }],
		['prop:r<80%', { kind: 'prop', property: 'r', operator: '<', value: 0.8 }],
		['prop:due<=-3', { kind: 'prop', property: 'due', operator: '<=', value: -3 }],
		['a OR b c', { kind: 'any', of: [text('a'), { kind: 'all', of: [text('b'), text('c')] }] }],
		['a or b', { kind: 'all', of: [text('a'), text('or'), text('b')] }],
		['"OR"', text('or')],
		['nginx:latest http://x', { kind: 'all', of: [text('nginx:latest'), text('http://x')] }],
		['--no-cache', { kind: 'not', of: text('-no-cache') }]
	])('understands %j', (input, query) => expect(understood(input)).toEqual(query));

	it.each([
		['a "b c', 'unclosed-quote', 2, 6],
		['a -', 'nothing-to-negate', 2, 3],
		['OR a', 'or-without-sides', 0, 2],
		['a OR', 'or-without-sides', 2, 4],
		['a OR OR b', 'or-without-sides', 5, 7],
		['deck:', 'missing-value', 0, 5],
		['is:duee', 'unknown-trait', 0, 7],
		['kind:card', 'unknown-kind', 0, 9],
		['x prop:z>3', 'unknown-property', 2, 10],
		['prop:s>much', 'unknown-property', 0, 11],
		['-is:x', 'unknown-trait', 0, 5]
	])('says what is wrong with %j', (input, code, from, to) =>
		expect(problem(input)).toEqual({ code, from, to })
	);

	it('answers anything at all, and a problem lies within what was written', () => {
		const signs = fc.constantFrom('"', '-', ':', ' ', '　', 'OR', 'is:', 'prop:s', '>', '快', 'a', '：', '“');
		const inputs = fc.oneof(
			fc.string({ unit: 'binary' }),
			fc.array(signs).map((parts) => parts.join(''))
		);
		fc.assert(
			fc.property(inputs, (input) => {
				const parsed = parseQuery(input);
				if (parsed.isUnderstood) return;
				const { from, to } = parsed.problem;
				expect(from).toBeGreaterThanOrEqual(0);
				expect(to).toBeGreaterThan(from);
				expect(to).toBeLessThanOrEqual(input.length);
			}),
			{ numRuns: 500, seed: 7 }
		);
	});

	it('reads back whatever can be written', () => {
		fc.assert(
			fc.property(anyQuery, (query) => {
				expect(understood(written(query))).toEqual(query);
			}),
			{ numRuns: 500, seed: 7 }
		);
	});
});

const words = fc
	.string({ unit: fc.constantFrom('a', 'B', '快', '台', ' ', '-', ':', 'ｆ', '/'), minLength: 1 })
	.map((word) => foldText(word).trim())
	.filter((word) => word !== '');
const names = words.filter((word) => !word.startsWith('#'));
const plain: fc.Arbitrary<Query> = fc.oneof(
	fc.record({ kind: fc.constant('text' as const), text: words }),
	fc.record({ kind: fc.constant('is' as const), trait: fc.constantFrom(...traits) }),
	fc.record({ kind: fc.constant('kind' as const), cardKind: fc.constantFrom(...cardKinds) }),
	fc.record({ kind: fc.constantFrom('deck' as const, 'tag' as const), name: names }),
	fc.record({
		kind: fc.constant('prop' as const),
		property: fc.constantFrom(...properties),
		operator: fc.constantFrom(...operators),
		value: fc.integer({ min: -400, max: 400 }).map((value) => value / 4 || 0)
	})
);
const term = fc.oneof(
	plain,
	plain.map((of): Query => ({ kind: 'not', of }))
);
const both = fc.oneof(
	term,
	fc.array(term, { minLength: 2, maxLength: 4 }).map((of): Query => ({ kind: 'all', of }))
);
const anyQuery = fc.oneof(
	both,
	fc.array(both, { minLength: 2, maxLength: 3 }).map((of): Query => ({ kind: 'any', of }))
);

function written(query: Query): string {
	switch (query.kind) {
		case 'all':
			return query.of.map(written).join(' ');
		case 'any':
			return query.of.map(written).join(' OR ');
		case 'not':
			return `-${written(query.of)}`;
		case 'text':
			return `"${query.text}"`;
		case 'is':
			return `is:${query.trait}`;
		case 'kind':
			return `kind:${query.cardKind}`;
		case 'deck':
		case 'tag':
			return `${query.kind}:"${query.name}"`;
		case 'prop':
			return `prop:${query.property}${query.operator}${query.value}`;
	}
}
