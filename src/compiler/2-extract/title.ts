import type { Token } from 'markdown-it';
import { cutInline, rawText } from '../1-read/cut-inline.ts';
import { inlineText } from '../1-read/inline-text.ts';
import { labelRole, normaliseLabel } from './label-role.ts';

/** What a block is called: a heading, a summary, or the label that a bullet begins with. */
export interface Title {
	/** Plain, without the colon that announces what follows. */
	readonly text: string;
	readonly tokens: readonly Token[];
	readonly line: number;
	/** It says what kind of thing follows, not of what: `步驟：`, `其他`, `Notes`. */
	readonly isGeneric: boolean;
	/** It announces a list: it ended with a colon. */
	readonly isAnnouncing: boolean;
	readonly isQuestion: boolean;
}

export function readTitle(tokens: readonly Token[], line: number): Title {
	const raw = rawText(tokens);
	const colon = /\s*(?:如下)?\s*[:：]\s*(?:[(（][^()（）]*[)）]\s*)?$/.exec(raw);
	const number = numbering.exec(raw)?.[0].length ?? 0;
	const clean = colon === null && number === 0 ? tokens : cutInline(tokens, number, colon?.index);
	const text = inlineText(clean);
	return {
		text,
		tokens: clean,
		line,
		isGeneric: isGenericTitle(text),
		isAnnouncing: colon !== null,
		isQuestion: /[?？]\s*$/.test(text) || asksByWord(text)
	};
}

/** `什麼是 X`, `Why use X`, `Explain X`, `True or False? …`: a question or a task without a mark at its end. */
export const asksByWord = (text: string): boolean => asking.test(text);
const asking =
	/^(?:(?:什麼是|什么是|何謂|何谓|為什麼|为什么|為何|为何|如何|怎麼|怎么|怎樣|怎样|哪些|請(?!求)|请(?!求)|列出|舉出|举出).|(?:what|why|when|where|which|who|how) (?:is|are|do|does|did|can|could|should|would|to|many|much|use|not)\b|(?:explain|describe|name|list|define|compare|tell|give|write) (?!.*(?:command|methods?|syntax|types?)$)\w|true or false\b)/i;

/** `1.2 `, `3、`, `（一）`, `第三講 `: with something after it. */
const numbering =
	/^\s*(?:[※◎]\s*|(?:\d+(?:\.\d+)*[.)]|\d+(?:\.\d+)+)\s+|\d+、\s*|[一二三四五六七八九十]{1,3}、\s*|[(（][一二三四五六七八九十\d]{1,3}[)）]\s*|第[一二三四五六七八九十百\d]{1,4}[章節节講讲課课回周週部][\s:：、]+)(?=\S)/;

/** Shorter than a term, or one of the words that stand over any kind of block. */
export function isGenericTitle(text: string): boolean {
	if (labelRole(text) !== undefined) return true;
	const label = normaliseLabel(text);
	return (
		label === '' ||
		genericTitles.has(label) ||
		/^(?:總結|总结|小結|小结|推薦|推荐|建議|建议)(?:[&與与和、](?:總結|总结|推薦|推荐|建議|建议))?$/.test(
			label
		) ||
		/^(?:part|chapter|section|第)\s*[\d一二三四五六七八九十]+/.test(label)
	);
}

const genericTitles = new Set(
	`其他 其它 延伸問題 延伸问题 延伸討論 延伸 問題 问题 範例研究 步驟 步骤 一般步驟 一般步骤 流程 過程 过程 簡述過程 研究方法 研究方式
	建立方式 設定方式 设置方式 設定 设置 方式 方法 作法 做法 名詞 名词 文件 工具 小工具 小技巧 技巧 小細節 細節 细节 注意事項 注意事项 注意
	問題集 問題集中區 其他補充 補充學習 术语 術語 概念 词汇 詞彙 定义 定義 问题 踩雷 踩雷實錄 指令規則 版本問題 基本操作 安裝與設定 總結兩個關鍵 比較 差異 差异 對比 对比 重點 步驟如下
	overview basics misc miscellaneous other others steps process procedure flow setup installation install usage tips tools details
	faq questions q&a glossary terms vocabulary comparison differences types kinds list default general`.split(
		/\s+/
	)
);
