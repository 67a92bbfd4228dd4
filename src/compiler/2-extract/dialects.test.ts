import { describe, expect, test } from 'vitest';
import type { DeckId } from '#deck/ids.ts';
import { compileNotes } from '../compile-notes.ts';

/** `kind: front -> back` of each card, in English. */
const compile = (text: string): string[] =>
	compileNotes([{ path: 'note.md', text }], { deck: { id: 'test' as DeckId } }).deck.notes.flatMap(
		({ cards }) =>
			cards.map(({ kind, frontText, backText }) =>
				`${kind}: ${frontText} -> ${backText}`.replaceAll('\n', ' / ')
			)
	);

describe('the marks of other programs', () => {
	test.each([
		[
			'hashcards',
			'Q: one\nA: two\n\nC: The [capital] is Paris.\n',
			['basic: one -> two', 'cloze: The _____ is Paris. -> capital']
		],
		[
			'Orbit',
			'Q. a?\nA. b\n\nQ. c?\nA. d\n\nIt has {braces} in it.\n',
			['basic: a? -> b', 'basic: c? -> d', 'cloze: It has _____ in it. -> braces']
		],
		[
			'one line each, and both ways',
			'#flashcards\n\nTCP::reliable\nUDP:::fast\n',
			['basic: TCP -> reliable', 'basic: UDP -> fast', 'reverse: fast -> UDP']
		],
		[
			'a line with a question mark alone, of either width',
			'#flashcards\n\nfront\n?\nback\n\nfront two\n？\nback two\n',
			['basic: front -> back', 'basic: front two -> back two']
		],
		[
			'backs with blank lines, up to the line that the note names',
			'---\ndeckhand: {dialect: osr, end: "+++"}\n---\n\nfront\n?\nback\n\nmore\n+++\n\nfront two\n?\nback two\n+++\n',
			['basic: front -> back / more', 'basic: front two -> back two']
		],
		[
			'the number behind a deletion: those with the same one are hidden together',
			'#flashcards\n\n==tcp==[^1] and ==udp==^[not reliable][^1] over ==ip==[^2]\n',
			['cloze: _____ and [not reliable] over ip -> tcp / udp', 'cloze: tcp and udp over _____ -> ip']
		],
		[
			'what is asked, shown and hidden in each card',
			'#flashcards\n\n==one==[^ash], ==two==[^hsa], ==three==[^has]\n',
			['cloze: _____, …, … -> one', 'cloze: …, _____, three -> two', 'cloze: one, two, _____ -> three']
		],
		[
			'bold words, where the note says so',
			'---\ndeckhand: {dialect: osr, cloze: bold}\n---\n\nThe default driver is **bridge**.\n',
			['cloze: The default driver is _____. -> bridge']
		],
		[
			'marked words with groups and hints',
			'#flashcards\n\nThe ==1;;first;;number== and ==2;;second==.\n',
			['cloze: The [number] and second. -> first', 'cloze: The first and _____. -> second']
		],
		[
			'a hint in a note after the marked words',
			'#flashcards\n\nThe ==answer==^[hint][^1] is here.\n',
			['cloze: The [hint] is here. -> answer']
		],
		[
			'Anki: a group is hidden together',
			'The {{c1::heart}} pumps {{c2::blood::fluid}} to the {{c1::body}}.\n',
			[
				'cloze: The _____ pumps blood to the _____. -> heart / body',
				'cloze: The heart pumps [fluid] to the body. -> blood'
			]
		],
		[
			'Anki: one in another',
			'Nested {{c1::a {{c2::b}} c}} here.\n',
			['cloze: Nested _____ here. -> a b c', 'cloze: Nested a _____ c here. -> b']
		],
		[
			'Anki: of two groups',
			'One {{c1,2::x}} and {{c2::y}} more.\n',
			['cloze: One _____ and y more. -> x', 'cloze: One _____ and _____ more. -> x / y']
		],
		[
			'Anki: never closed',
			'One {{c1::open and {{c2::closed}} more.\n',
			['cloze: One {{c1::open and _____ more. -> closed']
		],
		[
			'Mochi: numbered groups',
			'---\ndeckhand: {dialect: mochi}\n---\nThe {{1::a}} and {{2::b}} and {{1::c}}.\n',
			['cloze: The _____ and b and _____. -> a / c', 'cloze: The a and _____ and c. -> b']
		],
		[
			'Logseq: a tag, a macro, both ways',
			'- What is X? #card\n\t- It is Y\n- The {{cloze one}} here #card\n- Foo #card #reversed\n\t- Bar\n',
			[
				'basic: What is X? -> - It is Y',
				'cloze: The _____ here -> one',
				'basic: Foo -> - Bar',
				'reverse: - Bar -> Foo'
			]
		],
		[
			'RemNote: ways, properties, lists, choices',
			'- a >> b\n- c << d\n- e <> f\n- items >>>\n\t- one\n\t- two\n- right >>A)\n\t- yes\n\t- no\n',
			[
				'basic: a -> b',
				'reverse: d -> c',
				'basic: e -> f',
				'reverse: f -> e',
				'list: items -> - one / - two',
				'choice: right -> yes'
			]
		],
		[
			'Obsidian: a tagged line, its id not shown',
			'What is TCP? #card\nA protocol.\n^1650000000001\n\n## Both ways #card-reverse\n\nBody\n',
			['basic: What is TCP? -> A protocol.', 'basic: Both ways -> Body', 'reverse: Body -> Both ways']
		],
		[
			'Yanki: struck words, a hint in emphasis',
			'---\ndeckhand: {dialect: yanki}\n---\nThe ~~cell _small_~~ and ~~more~~.\n',
			['cloze: The [small] and more. -> cell', 'cloze: The cell and _____. -> more']
		],
		[
			'LearnKit',
			'Q | What? |\nA | That |\n\nMCQ | Pick |\nO | wrong |\nA | right |\n',
			['basic: What? -> That', 'choice: Pick -> right']
		]
	])('%s', (_, text, cards) => {
		expect(compile(text)).toEqual(cards);
	});

	test('mean nothing in a comment of several lines', () => {
		expect(compile('#flashcards\n\n<!-- hidden\n?\nanswer\n-->\n\nshown::yes\n')).toEqual([
			'basic: shown -> yes'
		]);
	});

	test('give tags to the card that they stand in', () => {
		const note = 'START\nBasic\nfront\nBack: back\nTags: net tcp\n<!--ID: 1566052191670-->\nEND\n';
		const [card] =
			compileNotes([{ path: 'note.md', text: note }], { deck: { id: 'test' as DeckId } }).deck.notes[0]
				?.cards ?? [];
		expect(card?.tags).toEqual(['net', 'tcp']);
		expect(card?.back).not.toMatch(/ID|Tags/);
	});
});

describe('notes without marks', () => {
	test.each([
		[
			'a question in a paragraph over a list',
			'Which of these is a fruit?\n\n- [ ] Carrot\n- [x] Apple\n',
			['choice: Which of these is a fruit? / - Carrot / - Apple -> Apple']
		],
		['boxes are tasks elsewhere', '## Later\n\n- [ ] read it\n- [x] wrote it\n', []],
		[
			'a title that asks without a mark',
			'## Q&A\n\n### Why use X\n\nIt is fast\n',
			['basic: Why use X? -> It is fast']
		],
		[
			'a task as a title',
			'<details>\n<summary>Explain what a pod is</summary>\n\nThe smallest unit\n\n</details>\n',
			['basic: Explain what a pod is -> The smallest unit']
		],
		[
			'columns under a title that compares them',
			'## Docker vs VM\n\n| Docker | VM |\n|---|---|\n| shares the kernel | has its own |\n',
			[
				'compare: How do Docker and VM differ? -> Docker | VM / shares the kernel | has its own',
				'compare: Docker or VM? shares the kernel -> Docker: shares the kernel / VM: has its own'
			]
		],
		[
			'two labels under 比較',
			'- 比較\n\n  - TCP：可靠而有連線\n  - UDP：不可靠也無連線\n',
			['compare: TCP 和 UDP 差在哪？ -> - TCP：可靠而有連線 / - UDP：不可靠也無連線']
		],
		[
			'steps under a heading',
			'## Rolling update steps\n\n- Change the image: `kubectl set image a`\n- Watch it: `kubectl rollout status a`\n',
			[
				'steps: What are the 2 steps of Rolling update? -> 1. Change the image: kubectl set image a / 2. Watch it: kubectl rollout status a'
			]
		],
		[
			'steps of something under a bullet',
			'# Ships\n\n- Steps of mooring:\n  - Throw the line\n  - Tie it\n',
			['steps: What are the 2 steps of mooring? -> 1. Throw the line / 2. Tie it']
		],
		[
			'a command with a label',
			'## Pods\n\n- Watch them: `kubectl get pods -w`\n',
			['command: Write the command: Watch them -> kubectl get pods -w']
		],
		[
			'lines numbered by hand',
			'## 壅塞控制\n\n1、慢啟動：視窗加倍成長\n2、快速重傳：收到重複確認就重傳\n',
			['basic: 慢啟動是什麼？ -> 視窗加倍成長', 'basic: 快速重傳是什麼？ -> 收到重複確認就重傳']
		],
		['what a program writes over the text', '# Note\n\nCreated: April 3\nTags: a, b\n', []],
		[
			'the plural of a title',
			'## Requests vs limits\n\n- A request is used for scheduling, a limit is enforced\n',
			[
				'compare: How do Requests and limits differ? -> - A request is used for scheduling, a limit is enforced',
				'compare: Requests or limits? A _____ is used for scheduling -> Requests / A request is used for scheduling, a limit is enforced'
			]
		],
		[
			'code in the title of two that belong together',
			'- `ENTRYPOINT`＋`CMD`\n\n  - `ENTRYPOINT` 為進入點，`CMD` 為默認指令\n',
			[
				'compare: ENTRYPOINT 和 CMD 差在哪？ -> - ENTRYPOINT 為進入點，CMD 為默認指令',
				'compare: ENTRYPOINT 還是 CMD？——＿＿＿ 為進入點 -> ENTRYPOINT / ENTRYPOINT 為進入點，CMD 為默認指令'
			]
		]
	])('%s', (_, text, cards) => {
		expect(compile(text)).toEqual(cards);
	});
});
