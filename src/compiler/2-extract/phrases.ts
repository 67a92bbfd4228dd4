/**
 * The words that fronts are made of, in the language of the note. `{0}`, `{1}` stand for what is asked about; the
 * space between Chinese and Latin letters is set when they are filled in (`fill-template.ts`).
 */
export interface Phrases {
	readonly whatIs: string;
	readonly whatDoes: string;
	readonly keyPoint: string;
	readonly keyPoints: string;
	/** The same of something that has a name. */
	readonly trait: string;
	readonly traits: string;
	readonly more: string;
	readonly items: string;
	readonly ways: string;
	readonly steps: string;
	readonly stepsOf: string;
	/** The same of a title that has its own word for the order. */
	readonly stepsIn: string;
	/** A cell of a table: the row's name and the column's. */
	readonly cell: string;
	readonly difference: string;
	readonly whichOne: string;
	readonly why: string;
	readonly command: string;
	readonly commandFor: string;
	readonly picture: string;
	readonly aspect: string;
	readonly value: string;
	readonly topic: string;
	readonly of: string;
	/** The same of words that have their own 的. */
	readonly ofPhrase: string;
	/** A name, and what kind of thing it is. */
	readonly ofKind: string;
	readonly reverse: string;
	readonly replacement: string;
	readonly which: string;
	readonly belongs: string;
	readonly consequence: string;
	readonly advice: string;
	readonly writing: string;
	/** Of a tool of which the note says what to do with it. */
	readonly usage: string;
	readonly quoted: string;
	readonly blank: string;
	/** Statements of one shape (`statement-shape.ts`). */
	readonly purpose: string;
	readonly contents: string;
	readonly must: string;
	readonly limits: string;
	readonly can: string;
	readonly automatic: string;
	readonly byDefault: string;
	readonly recommended: string;
	readonly example: string;
	/** A question whose answer has several parts. */
	readonly counted: string;
}

const traditional: Phrases = {
	whatIs: '{0}是什麼？',
	whatDoes: '{0}做什麼用？',
	keyPoint: '{0}的重點是什麼？',
	keyPoints: '{0}有哪 {1} 個重點？',
	trait: '{0}有什麼特點？',
	traits: '{0}有哪 {1} 個特點？',
	more: '關於{0}，還要記得什麼？（{1} 點）',
	items: '{0}有哪 {1} 項？',
	ways: '{0}有哪 {1} 種？',
	steps: '{0}是什麼？（{1} 步）',
	stepsOf: '{0}的步驟是什麼？（{1} 步）',
	stepsIn: '{0}的步驟是什麼？（{1} 步）',
	cell: '{0}的{1}是什麼？',
	difference: '{0}和{1}差在哪？',
	whichOne: '{0}還是{1}？——{2}',
	why: '為什麼{0}？',
	command: '寫出指令：{0}',
	commandFor: '{0}的指令怎麼寫？',
	picture: '{0}：試著說明，再對照圖',
	aspect: '{0}的{1}是什麼？',
	value: '{0}：{1}？',
	topic: '{0}：{1}',
	of: '{0}的{1}',
	ofPhrase: '{0}{1}',
	ofKind: '{0}（{1}）',
	reverse: '什麼是「{0}」？',
	replacement: '什麼取代了{0}？',
	which: '{0}是哪些？',
	belongs: '{0}{2}哪 {1} 項？',
	consequence: '{0}，會怎樣？',
	advice: '{0}，要怎麼做？',
	writing: '{0}怎麼寫？',
	usage: '{0}怎麼用？',
	quoted: '「{0}」',
	blank: '＿＿＿',
	purpose: '{0}用來做什麼？',
	contents: '{0}包含什麼？',
	must: '{0}有什麼要求？',
	limits: '{0}有什麼限制？',
	can: '{0}可以做什麼？',
	automatic: '{0}會自動做什麼？',
	byDefault: '{0}預設會怎樣？',
	recommended: '{0}有什麼建議？',
	example: '{0}有什麼例子？',
	counted: '{0}（{1} 項）'
};

const simplified: Phrases = {
	whatIs: '{0}是什么？',
	whatDoes: '{0}做什么用？',
	keyPoint: '{0}的重点是什么？',
	keyPoints: '{0}有哪 {1} 个重点？',
	trait: '{0}有什么特点？',
	traits: '{0}有哪 {1} 个特点？',
	more: '关于{0}，还要记得什么？（{1} 点）',
	items: '{0}有哪 {1} 项？',
	ways: '{0}有哪 {1} 种？',
	steps: '{0}是什么？（{1} 步）',
	stepsOf: '{0}的步骤是什么？（{1} 步）',
	stepsIn: '{0}的步骤是什么？（{1} 步）',
	cell: '{0}的{1}是什么？',
	difference: '{0}和{1}差在哪？',
	whichOne: '{0}还是{1}？——{2}',
	why: '为什么{0}？',
	command: '写出命令：{0}',
	commandFor: '{0}的命令怎么写？',
	picture: '{0}：试着说明，再对照图',
	aspect: '{0}的{1}是什么？',
	value: '{0}：{1}？',
	topic: '{0}：{1}',
	of: '{0}的{1}',
	ofPhrase: '{0}{1}',
	ofKind: '{0}（{1}）',
	reverse: '什么是“{0}”？',
	replacement: '什么取代了{0}？',
	which: '{0}是哪些？',
	belongs: '{0}{2}哪 {1} 项？',
	consequence: '{0}，会怎样？',
	advice: '{0}，要怎么做？',
	writing: '{0}怎么写？',
	usage: '{0}怎么用？',
	quoted: '“{0}”',
	blank: '＿＿＿',
	purpose: '{0}用来做什么？',
	contents: '{0}包含什么？',
	must: '{0}有什么要求？',
	limits: '{0}有什么限制？',
	can: '{0}可以做什么？',
	automatic: '{0}会自动做什么？',
	byDefault: '{0}默认会怎样？',
	recommended: '{0}有什么建议？',
	example: '{0}有什么例子？',
	counted: '{0}（{1} 项）'
};

const english: Phrases = {
	whatIs: 'What is {0}?',
	whatDoes: 'What does {0} do?',
	keyPoint: 'What should you know about {0}?',
	keyPoints: 'What are the {1} key points about {0}?',
	trait: 'What should you know about {0}?',
	traits: 'What are the {1} key points about {0}?',
	more: 'What else is there to know about {0}? ({1})',
	items: '{0}: which {1}?',
	ways: '{0}: which {1}?',
	steps: '{0}: what are the {1}, in order?',
	stepsOf: 'What are the {1} steps of {0}?',
	stepsIn: '{0}: what are the {1} steps, in order?',
	cell: '{0}: {1}?',
	difference: 'How do {0} and {1} differ?',
	whichOne: '{0} or {1}? {2}',
	why: 'Why: {0}?',
	command: 'Write the command: {0}',
	commandFor: 'Write the command: {0}',
	picture: 'Explain {0}, then compare with the picture',
	aspect: '{0}: what is the {1}?',
	value: '{0}: {1}?',
	topic: '{0}: {1}',
	of: '{1} ({0})',
	ofPhrase: '{1} ({0})',
	ofKind: '{0} ({1})',
	reverse: 'Which term means: {0}?',
	replacement: 'What replaces {0}?',
	which: '{0}: which are they?',
	belongs: '{0}: which {1}?',
	consequence: '{0}: what happens?',
	advice: '{0}: what should you do?',
	writing: 'How is {0} written?',
	usage: 'How is {0} used?',
	quoted: '“{0}”',
	blank: '_____',
	purpose: 'What is {0} for?',
	contents: 'What does {0} include?',
	must: 'What does {0} require?',
	limits: 'What are the limits of {0}?',
	can: 'What can {0} do?',
	automatic: 'What does {0} do automatically?',
	byDefault: 'What does {0} do by default?',
	recommended: 'What is recommended for {0}?',
	example: 'What is an example of {0}?',
	counted: '{0} ({1})'
};

/** By BCP 47 language; English where there are no phrases of its own. */
export function phrasesFor(lang: string): Phrases {
	if (!lang.toLowerCase().startsWith('zh')) return english;
	return /^zh-(?:hans|cn|sg)/i.test(lang) ? simplified : traditional;
}
