import { describe, expect, test } from 'vitest';
import type { DeckId } from '#deck/ids.ts';
import { compileNotes } from '../compile-notes.ts';

/** `kind: front -> back` of each card of a block with that title and those bullets. */
function cardsOf(title: string, ...bullets: string[]): string[] {
	const body = bullets.map((bullet) => `  - ${bullet}\n`).join('\n');
	return compile(`- <details close>\n  <summary>${title}</summary>\n\n${body}\n  </details>\n`);
}

const compile = (text: string): string[] =>
	compileNotes([{ path: 'note.md', text }], {
		deck: { id: 'test' as DeckId, lang: 'zh-Hant' }
	}).deck.notes.flatMap(({ cards }) =>
		cards.map(({ kind, frontText, backText }) => `${kind}: ${frontText} -> ${backText}`)
	);

describe('a statement is asked by what stands out in it', () => {
	test.each([
		['code', '使用 `VXLAN` 來實現', 'cloze: Overlay：使用 ＿＿＿ 來實現 -> VXLAN'],
		[
			'a row of code',
			'支持它的只有 `containerd` 跟 `cri-o`',
			'cloze: Overlay：支持它的只有 ＿＿＿ -> containerd 跟 cri-o'
		],
		['an English term', '透過 iptables + ipvs 轉發', 'cloze: Overlay：透過 ＿＿＿ 轉發 -> iptables + ipvs'],
		['quotation marks', '稱為「東西走向」', 'cloze: Overlay：稱為「＿＿＿」 -> 東西走向'],
		[
			'what the author marked',
			'預設是 <mark>關閉</mark> 的狀態',
			'cloze: Overlay：預設是 ＿＿＿ 的狀態 -> 關閉'
		],
		['a number', '逾時為 150 ms 左右', 'cloze: Overlay：逾時為 ＿＿＿ 左右 -> 150 ms'],
		[
			'a path',
			'存在 host 的 /var/lib/data 底下',
			'cloze: Overlay：存在 host 的 ＿＿＿ 底下 -> /var/lib/data'
		],
		[
			'an abbreviation with its gloss',
			'使用 VIP (virtual ip) 分流',
			'cloze: Overlay：使用 ＿＿＿ (virtual ip) 分流 -> VIP'
		],
		[
			'a contrast',
			'並非兩份檔案同步，而是直接操作同一份',
			'cloze: Overlay：並非兩份檔案同步，而是 ＿＿＿ -> 直接操作同一份'
		],
		['what the verb is about', '致力於容器技術的標準化', 'cloze: Overlay：致力於 ＿＿＿ -> 容器技術的標準化'],
		[
			'a reason',
			'優先採用新版，因為書寫方式較易懂',
			'basic: Overlay：為什麼優先採用新版？ -> 書寫方式較易懂'
		],
		[
			'a condition',
			'加入新節點之後，會自動建立網路',
			'basic: Overlay：加入新節點之後，會怎樣？ -> 會自動建立網路'
		],
		[
			'what somebody can do, rather than a clause that anything would do for',
			'執行中的容器可以再輸出成映像，保留當下的狀態',
			'basic: Overlay：執行中的容器可以做什麼？ -> 可以再輸出成映像，保留當下的狀態'
		],
		[
			'what code does',
			'`FROM base`，會先啟動一個容器，再執行指令',
			'basic: Overlay：FROM base，會怎樣？ -> 會先啟動一個容器，再執行指令'
		],
		[
			'what it says, without who says it',
			'官方文件中提到，使用 `VXLAN` 來實現',
			'cloze: Overlay：使用 ＿＿＿ 來實現 -> VXLAN'
		],
		[
			'a name, rather than what a program printed',
			'可以看到 `CHAIN-A` 做了 `tcp dpt:80 to:172.27.0.2:80` 的轉發',
			'cloze: Overlay：可以看到 ＿＿＿ 做了 tcp dpt:80 to:172.27.0.2:80 的轉發 -> CHAIN-A'
		],
		[
			'what it holds',
			'包含網路與節點(nodes)的設定',
			'basic: Overlay 包含什麼？ -> 包含網路與節點(nodes)的設定'
		],
		['a purpose', '用在節點之間的連接', 'basic: Overlay 用來做什麼？ -> 用在節點之間的連接'],
		['a rule', '必須一步接著一步來', 'basic: Overlay 有什麼要求？ -> 必須一步接著一步來'],
		['a definition', '一種跨節點的虛擬網路', 'basic: Overlay 是什麼？ -> 一種跨節點的虛擬網路'],
		[
			'an example in brackets, kept for the back',
			'只在啟動時檢查 `health` (EX. 之後不再看)',
			'cloze: Overlay：只在啟動時檢查 ＿＿＿ -> health\n(EX. 之後不再看)'
		],
		[
			'a command at its end',
			'要先下載 `sudo pacman -Sy buildx`',
			'command: 寫出指令：Overlay：要先下載 -> sudo pacman -Sy buildx'
		]
	])('%s', (_, statement, card) => {
		expect(cardsOf('Overlay', statement)).toEqual([card]);
	});

	test('words that the title gives away are not blanked', () => {
		expect(cardsOf('`docker0`', '手動建立時，名稱不是 `docker0`')).not.toContainEqual(
			expect.stringContaining('-> docker0')
		);
	});

	test('an opinion is no card; a question in brackets is open', () => {
		const text =
			'- <details close>\n  <summary>RUN</summary>\n\n  - 我認為應該分層（真的需要嗎？）\n\n  </details>\n';
		const { deck } = compileNotes([{ path: 'note.md', text }], { deck: { id: 'test' as DeckId } });
		expect(deck.notes[0]?.cards).toEqual([]);
		expect(deck.notes[0]?.openQuestions.map((open) => open.text)).toEqual(['真的需要嗎？']);
	});
});

describe('a block', () => {
	test('of statements that can be asked by themselves has no card of its own', () => {
		const cards = cardsOf('Overlay', '使用 `VXLAN` 來實現', '稱為「東西走向」');
		expect(cards).toHaveLength(2);
		expect(cards.join()).not.toMatch(/重點|特點/);
	});

	test('with one shape of statements asks for them together, with their number', () => {
		expect(
			cardsOf('push', '預設不會更新 latest 的內容，需另外推送', '預設直接覆蓋舊的那一份')
		).toContainEqual(expect.stringContaining('push 預設會怎樣？'));
	});

	test('whose title names several things is a list', () => {
		expect(cardsOf('挑選原則', '官方', '精簡', '固定版本')).toEqual([
			'list: 挑選原則有哪 3 項？ -> - 官方\n- 精簡\n- 固定版本'
		]);
	});

	test('that gives advice asks for the reason', () => {
		expect(cardsOf('盡量不要用 attach', '很難關掉', '會影響原本的程式')[0]).toMatch(
			/^basic: 為什麼盡量不要用 attach？/
		);
	});

	test('called 其他 is about the block around it', () => {
		const cards = compile(
			'- <details close>\n  <summary>Volume</summary>\n\n  - <details close>\n    <summary>其他</summary>\n\n    - 由 `daemon` 建立\n\n    </details>\n\n  </details>\n'
		);
		expect(cards).toEqual(['cloze: Volume：由 ＿＿＿ 建立 -> daemon']);
	});

	test('with a picture between its statements shows it with the one before', () => {
		const cards = cardsOf('Overlay', '使用 `VXLAN` 來實現\n\n    ![](a.png)', '稱為「東西走向」');
		expect(cards[0]).toContain('a.png');
		expect(cards[1]).not.toContain('a.png');
	});
});

describe('granularity', () => {
	const note = (granularity: string) =>
		`---\ndeckhand: {granularity: ${granularity}}\n---\n- <details close>\n  <summary>Overlay</summary>\n\n  - 使用 \`VXLAN\` 來實現\n\n  - 稱為「東西走向」\n\n  </details>\n`;
	test.each([
		['auto', 2],
		['atoms', 2],
		['blocks', 1],
		['both', 3]
	])('%s', (granularity, count) => {
		expect(compile(note(granularity))).toHaveLength(count);
	});
});

describe('commands', () => {
	test('a bullet that is a command is asked for by the statement beside it', () => {
		const note = '- 常用指令：\n\n  - `telnet`\n\n    - 測試連通性\n\n    - `telnet example.org 80`\n';
		expect(compile(note)).toEqual(
			expect.arrayContaining([
				'basic: telnet 做什麼用？ -> 測試連通性',
				'command: 寫出指令：telnet：測試連通性 -> telnet example.org 80'
			])
		);
	});

	test('the sign of the prompt is no part of a command, and a dollar within it is', () => {
		const fence = '```sh\n# 以目前的使用者執行\n$ docker run -u $(id -u) alpine\n```';
		expect(compile(`## 執行\n\n${fence}\n`)).toEqual([
			'command: 寫出指令：以目前的使用者執行 -> docker run -u $(id -u) alpine'
		]);
	});

	test('a comment that goes on from the statement over it is asked with that', () => {
		const cards = cardsOf(
			'規則',
			'在背景執行\n\n    ```sh\n    # 需放在 up 之後\n    $ docker compose up -d\n    ```'
		);
		expect(cards).toContainEqual('command: 寫出指令：在背景執行：需放在 up 之後 -> docker compose up -d');
	});
});

describe('a statement that says nothing of its own gives no card', () => {
	test('one that says its title again', () => {
		expect(
			cardsOf(
				'並非可以完全只使用 docker build 取代 buildx',
				'但是並非可以完全使用 docker build 來取代 buildx',
				'例如使用 --platform 時，只能以 buildx 執行'
			)
		).toEqual([
			'basic: 「並非可以完全只使用 docker build 取代 buildx」：使用 --platform 時，會怎樣？ -> 只能以 buildx 執行'
		]);
	});

	test('one that points to something to try', () => {
		expect(
			cardsOf('Overlay', '使用 `VXLAN` 來實現', '可參考 [samples/overlay](https://example.org)，有三台機器')
		).toEqual(['cloze: Overlay：使用 ＿＿＿ 來實現 -> VXLAN']);
	});
});

describe('a term is asked for by what is said of it', () => {
	test.each([
		['a meaning', '**Snyk**：檢查映像的服務', 'basic: Snyk 是什麼？ -> 檢查映像的服務'],
		['a property', '**Snyk**：付費', 'basic: Snyk 有什麼特點？ -> 付費'],
		[
			'what to do with it',
			'**Snyk**：在網站上，選擇要檢查的映像',
			'basic: Snyk 怎麼用？ -> 在網站上，選擇要檢查的映像'
		]
	])('%s', (_, bullet, card) => {
		expect(cardsOf('檢查工具', bullet)).toEqual([card]);
	});
});
