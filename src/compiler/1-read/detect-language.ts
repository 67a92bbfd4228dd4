import { isWide } from './inline-text.ts';

/**
 * Language of a text, told by its characters: `zh-Hant`, `zh-Hans`, `ja`, `ko` or `en`. Notes of engineers mix Chinese
 * with English terms, so a tenth of wide characters makes a text Chinese.
 */
export function detectLanguage(text: string): string {
	const counts = countCharacters(text.slice(0, sampleLength).replace(noProse, ' '));
	if (counts.hangul > counts.han) return 'ko';
	if (counts.kana * 8 > counts.han && counts.kana > 4) return 'ja';
	if (counts.han * 10 < counts.letters) return 'en';
	return counts.han === 0 ? 'en' : counts.simplified > counts.traditional ? 'zh-Hans' : 'zh-Hant';
}

const sampleLength = 20_000;
/** Tags, comments, targets of links and addresses are in no language. */
const noProse = /<[^<>]{0,200}>|\]\([^()]{0,300}\)|https?:\/\/\S{1,300}/g;

/** Frequent characters that only one of the two scripts has. */
const simplifiedOnly = unitsOf(
	'这个们来时说对会为发经过动问题学习实现变类种数据应该开关闭读写页链组织网络电脑软件进程线请样没还从后业务区别间较执创删环境'
);
const traditionalOnly = unitsOf(
	'這個們來時說對會為發經過動問題學習實現變類種數據應該開關閉讀寫頁鏈組織網絡電腦軟體進程線請樣沒還從後業務區別間較執創刪環境'
);

/** Characters as code units; one that stands in both counts for neither. */
function unitsOf(characters: string): ReadonlySet<number> {
	return new Set(Array.from(characters, (character) => character.charCodeAt(0)));
}

function countCharacters(text: string) {
	const counts = { letters: 0, han: 0, kana: 0, hangul: 0, simplified: 0, traditional: 0 };
	for (let at = 0; at < text.length; at++) {
		const unit = text.charCodeAt(at);
		if ((unit | 0x20) >= 0x61 && (unit | 0x20) <= 0x7a) counts.letters++;
		else if (unit >= 0x3041 && unit <= 0x30ff) counts.kana++;
		else if (unit >= 0xac00 && unit <= 0xd7a3) counts.hangul++;
		else if (isWide(unit) && unit < 0xff00) {
			counts.han++;
			const isSimplified = simplifiedOnly.has(unit);
			if (isSimplified !== traditionalOnly.has(unit)) counts[isSimplified ? 'simplified' : 'traditional']++;
		}
	}
	return counts;
}
