import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Card } from '#deck/card.ts';
import type { Identities } from '#deck/identity.ts';
import type { CardId, DeckId } from '#deck/ids.ts';
import { compileNotes } from './compile-notes.ts';
import type { Compilation } from './compilation.ts';

/** A note as people write them, in parts that edits can move about. */
interface Topic {
	readonly heading: string;
	readonly blocks: readonly Block[];
}
interface Block {
	readonly title: string;
	readonly bullets: readonly string[];
}

const harbour: readonly Topic[] = [
	{
		heading: '港口',
		blocks: [
			{
				title: '為什麼退潮時要放鬆纜繩？',
				bullets: ['水位下降，船會被纜繩吊住。', '潮差大的港口尤其如此。']
			},
			{ title: 'What does a fender do?', bullets: ['It keeps the hull off the quay wall.'] },
			{
				title: 'What does a capstan do?',
				bullets: ['It hauls in heavy lines.', 'It is driven by hand or motor.']
			}
		]
	},
	{
		heading: 'Anchoring',
		blocks: [
			{ title: 'Why does an anchor hold?', bullets: ['Its flukes dig in when the pull is flat.'] },
			{ title: '錨鏈要放多長？', bullets: ['水深的三到五倍。', '風大時放得更長。'] }
		]
	}
];

const render = (topics: readonly Topic[], indent = '  '): string =>
	topics
		.map(
			({ heading, blocks }) => `# ${heading}\n\n${blocks.map((one) => renderBlock(one, indent)).join('\n')}`
		)
		.join('\n');

const renderBlock = ({ title, bullets }: Block, indent: string): string =>
	[
		'- <details close>',
		`${indent}<summary>${title}</summary>`,
		'',
		...bullets.map((bullet) => `${indent}- ${bullet}`),
		'',
		`${indent}</details>`,
		''
	].join('\n');

/** Notes compiled again and again, the lock kept between. */
function newNotebook() {
	let minted = 0;
	let identities: Identities | undefined;
	return (text: string): Compilation => {
		const compilation = compileNotes([{ path: 'note.md', text }], {
			deck: { id: 'test' as DeckId },
			mintCardId: () => `card${minted++}` as CardId,
			...(identities && { identities })
		});
		identities = JSON.parse(JSON.stringify(compilation.identities)) as Identities;
		return compilation;
	};
}

const cardsOf = ({ deck }: Compilation): readonly Card[] => deck.notes.flatMap(({ cards }) => cards);
const idsByText = (compilation: Compilation) =>
	Object.fromEntries(cardsOf(compilation).map((card) => [`${card.frontText} → ${card.backText}`, card.id]));
const idOf = (compilation: Compilation, front: string): CardId | undefined =>
	cardsOf(compilation).find(({ frontText }) => frontText.includes(front))?.id;
const codesOf = ({ diagnostics }: Compilation) => diagnostics.map(({ code }) => code);

const inTopic = (at: number, edit: (topic: Topic) => Topic): readonly Topic[] =>
	harbour.map((topic, index) => (index === at ? edit(topic) : topic));
const inFirstBlock = (edit: (block: Block) => Block): readonly Topic[] =>
	inTopic(0, (topic) => ({ ...topic, blocks: topic.blocks.map((one, at) => (at === 0 ? edit(one) : one)) }));
const [first] = harbour[0]?.blocks ?? [];
if (first === undefined) throw new Error('The sample has a first block.');

describe('every card keeps its id when', () => {
	test.each<[string, string]>([
		['a heading is renamed', render(inTopic(0, (topic) => ({ ...topic, heading: '港口與碼頭' })))],
		[
			'a block moves to another parent',
			render(
				harbour.map((topic, at) =>
					at === 0
						? { ...topic, blocks: topic.blocks.slice(1) }
						: { ...topic, blocks: [...topic.blocks, first] }
				)
			)
		],
		[
			'blocks change places',
			render(inTopic(0, (topic) => ({ ...topic, blocks: topic.blocks.toReversed() })))
		],
		['the note is indented anew', render(harbour, '    ')],
		['lines end in CRLF', render(harbour).replaceAll('\n', '\r\n')],
		['marks become full-width', render(harbour).replaceAll('?', '？')]
	])('%s', (_, text) => {
		const compile = newNotebook();
		const before = compile(render(harbour));
		const after = compile(text);
		expect(
			cardsOf(after)
				.map(({ id }) => id)
				.sort()
		).toEqual(
			cardsOf(before)
				.map(({ id }) => id)
				.sort()
		);
		for (const card of cardsOf(before))
			expect(idOf(after, card.frontText.replace(/[?？]$/, ''))).toBe(card.id);
		expect(codesOf(after)).not.toContain('orphan');
	});
});

test('two bullets change places: the card of their block keeps its id', () => {
	const compile = newNotebook();
	const before = compile(render(harbour));
	const after = compile(render(inFirstBlock((one) => ({ ...one, bullets: one.bullets.toReversed() }))));
	expect(idOf(after, '退潮')).toBe(idOf(before, '退潮'));
});

test('a block put before the others is new, and changes nobody', () => {
	const compile = newNotebook();
	const before = idsByText(compile(render(harbour)));
	const added = { title: 'What does a bollard do?', bullets: ['It holds the mooring lines.'] };
	const after = idsByText(
		compile(render(inTopic(0, (topic) => ({ ...topic, blocks: [added, ...topic.blocks] }))))
	);
	expect(after).toMatchObject(before);
	expect(Object.keys(after)).toHaveLength(Object.keys(before).length + 1);
});

test('a bullet put before others leaves the cards of those as they are', () => {
	const terms = (lines: readonly string[]) => `# Knots\n\n${lines.map((line) => `- ${line}`).join('\n')}\n`;
	const lines = ['**Bowline**: a loop that does not slip', '**Clove hitch**: holds a line on a post'];
	const compile = newNotebook();
	const before = idsByText(compile(terms(lines)));
	expect(Object.keys(before)).toHaveLength(2);
	expect(idsByText(compile(terms(['**Reef knot**: joins two ends of one line', ...lines])))).toMatchObject(
		before
	);
});

test('an answer changes: its card keeps its id, and so do the others', () => {
	const compile = newNotebook();
	const before = compile(render(harbour));
	const after = compile(
		render(inFirstBlock((one) => ({ ...one, bullets: ['整條船會掛在繩上，繩子可能斷掉。'] })))
	);
	expect(cardsOf(after).map(({ id }) => id)).toEqual(cardsOf(before).map(({ id }) => id));
});

test('a block is deleted and restored: its card comes back with its id; the loss is said once', () => {
	const compile = newNotebook();
	const before = compile(render(harbour));
	const without = compile(render(inTopic(0, (topic) => ({ ...topic, blocks: topic.blocks.slice(1) }))));
	expect(without.diagnostics.filter(({ code }) => code === 'orphan').map(({ message }) => message)).toEqual([
		'A card is no longer in the notes: 為什麼退潮時要放鬆纜繩？'
	]);
	expect(
		codesOf(compile(render(inTopic(0, (topic) => ({ ...topic, blocks: topic.blocks.slice(1) })))))
	).not.toContain('orphan');
	const after = compile(render(harbour));
	expect(idsByText(after)).toEqual(idsByText(before));
	expect(codesOf(after)).not.toContain('orphan');
});

test('a card that moved and whose answer was edited is known by likeness, and that is said', () => {
	const compile = newNotebook();
	const before = compile(
		'# A\n\nQ: What holds a ship at the quay?\n\nA: Its mooring lines, made fast to bollards at bow and stern.\n'
	);
	const after = compile(
		'# B\n\nQ: What holds a ship at the quay?\n\nA: Its mooring lines, made fast to the bollards at bow and stern.\n'
	);
	expect(cardsOf(after)[0]?.id).toBe(cardsOf(before)[0]?.id);
	expect(after.diagnostics.find(({ code }) => code === 'rebound')?.source).toEqual({
		file: 'note.md',
		line: 3,
		column: 1
	});
});

test('the same question with the same answer twice is said at the second', () => {
	const twice = compileNotes(
		[
			{ path: 'a.md', text: 'Q: What is a buoy?\n\nA: A float.\n' },
			{ path: 'b.md', text: '# B\n\n  Q: What is a buoy?\n\n  A: A float.\n' }
		],
		{ deck: { id: 'test' as DeckId } }
	);
	const found = twice.diagnostics.filter(({ code }) => code === 'dup-card');
	expect(found).toMatchObject([
		{
			source: { file: 'b.md', line: 3, column: 3 },
			message: 'The same question with the same answer stands twice; the other one: a.md:1'
		}
	]);
});

/** One edit of a person at their notes; numbers choose where. */
const edit = fc.record({
	kind: fc.constantFrom('rename', 'move', 'swap', 'insert', 'answer', 'delete', 'restore'),
	at: fc.nat(20),
	to: fc.nat(20)
});

test('whatever is edited in turn, a card whose text did not change keeps its id, and one with a new answer too', () => {
	fc.assert(
		fc.property(fc.array(edit, { minLength: 1, maxLength: 8 }), (edits) => {
			const compile = newNotebook();
			const cards = cardsOf(compile(render(harbour)));
			const idByTitle = new Map(cards.map((card) => [card.frontText, card.id]));
			let topics = harbour;
			const deleted: Block[] = [];
			for (const [count, { kind, at, to }] of edits.entries()) {
				topics = edited(topics, kind, at, to, count, deleted);
				for (const card of cardsOf(compile(render(topics)))) {
					const known = idByTitle.get(card.frontText);
					if (known === undefined) idByTitle.set(card.frontText, card.id);
					else expect(card.id).toBe(known);
				}
			}
		}),
		{ numRuns: 30 }
	);
});

function edited(
	topics: readonly Topic[],
	kind: string,
	at: number,
	to: number,
	count: number,
	deleted: Block[]
): readonly Topic[] {
	const blocks = topics.flatMap((topic, topicAt) => topic.blocks.map((block) => ({ block, topicAt })));
	const chosen = blocks[at % Math.max(blocks.length, 1)];
	const target = to % topics.length;
	const put = (list: readonly Topic[], block: Block): readonly Topic[] =>
		list.map((topic, index) => (index === target ? { ...topic, blocks: [block, ...topic.blocks] } : topic));
	const replace = (next: readonly Block[]): readonly Topic[] =>
		topics.map((topic) => ({
			...topic,
			blocks: topic.blocks.flatMap((one) => (one === chosen?.block ? next : [one]))
		}));
	switch (kind) {
		case 'rename':
			return topics.map((topic, index) =>
				index === target ? { ...topic, heading: `Section ${count}` } : topic
			);
		case 'insert':
			return put(topics, {
				title: `What does tool ${count} do?`,
				bullets: [`It does task number ${count}.`]
			});
		case 'restore': {
			const block = deleted.pop();
			return block === undefined ? topics : put(topics, block);
		}
	}
	if (chosen === undefined) return topics;
	const { block } = chosen;
	switch (kind) {
		case 'move':
			return put(replace([]), block);
		case 'swap':
			return replace([{ ...block, bullets: block.bullets.toReversed() }]);
		case 'answer':
			return replace([{ ...block, bullets: [`Something else altogether, number ${count}.`] }]);
		default:
			deleted.push(block);
			return replace([]);
	}
}
