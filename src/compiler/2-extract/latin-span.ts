import type { Span } from './blank-out.ts';

/**
 * English terms in a Chinese sentence: they are what has to be known by heart. `introduced`: after a word such as 透過
 * or 稱為, in order; `any`: all others, the last first.
 *
 *     使用 VXLAN + UDP 來實現          每開一個 container，就產生一個 veth 跟 container 對接
 *          ^^^^^^^^^^^ a row is one                                   ^^^^
 */
export function latinSpans(raw: string, which: 'introduced' | 'any'): Span[] {
	const han = raw.match(/[\u4e00-\u9fff]/g)?.length ?? 0;
	if (han < minHan) return [];
	const spans = [...raw.matchAll(terms)].map((found) => ({
		start: found.index,
		end: found.index + found[0].length
	}));
	const isIntroduced = ({ start }: Span): boolean => introducing.test(raw.slice(0, start));
	if (which === 'introduced') return spans.filter(isIntroduced);
	return spans.filter(({ start, end }) => /[A-Za-z]{2}/.test(raw.slice(start, end))).reverse();
}

/** Fewer characters make no Chinese sentence. */
const minHan = 2;

const word = String.raw`[A-Za-z/.$][\w.+#/@$-]*[\w+#/]|[A-Za-z]`;
const phrase = String.raw`(?:${word})(?: (?:${word}))*`;
/** One term, or a row of them. */
const terms = new RegExp(
	String.raw`(?<![\w.$/-])${phrase}(?:\s*(?:[、+＋&＆]|跟|和|與|与|及|或)\s*${phrase})*(?![\w-])`,
	'g'
);

const introducing =
	/(?:透過|通過|通过|使用|利用|採用|采用|改用|藉由|靠|由|稱為|称为|叫做|為|为|是|成|當作|当作|產生|产生|形成|取代|寫進|写进|寫在|写在|放進|放进|放在|放到|轉成|转成|支援|支持|對應|对应|做了|進行|进行|創建一個|建立一個|屬於|属于|優先用|才用|以)\s*$/;
