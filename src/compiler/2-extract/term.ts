import type { SplitLabel } from './split-label.ts';
import type { Unit } from './unit.ts';

/** Whether the label of `label：value` names something, rather than being a sentence or an aside. */
export function isTerm({ label, labelText, isMarked }: SplitLabel): boolean {
	const isCode = label.length === 1 && label[0]?.type === 'code_inline';
	if (labelText === '' || labelText.length > (isCode ? maxCommandLength : maxTermLength)) return false;
	if (isMarked) return !asides.test(labelText);
	if (sentenceMarks.test(labelText) || asides.test(labelText)) return false;
	if (label.some(({ type }) => type === 'image')) return false;
	if (/^[ -~]+$/.test(labelText)) return labelText.split(/\s+/).length <= 6;
	if (startsWithVerb(labelText)) return false;
	return !verbs.test(labelText) || nounPhrase.test(labelText);
}

const maxTermLength = 40;
const maxCommandLength = 80;
const sentenceMarks = /[，,。！!？?；;]/;
const asides =
	/^(?:EX|例如|比如|如|注意|ps|p\.s|note|warning|tip|todo|e\.g|i\.e|https?)\b|^(?:例如|比如|注意|如)/i;
/** A label that begins with one of these is an instruction or a statement, no name. */
export const startsWithVerb = (text: string): boolean =>
	/^(?:規定|规定|使用|設定|设置|執行|执行|進行|进行|查看|加上|將|将|把|被|需|要|會|会|可|能|不(?!同)|沒|没|無法|无法|出現|出现|導致|导致|改|先|再|有|遇到|建立|安裝|安装|下載|下载|在|以|用)/.test(
		text
	);
/** Words that make a Chinese label a sentence, unless it ends as a noun phrase: `必須開啟的 port`. */
const verbs =
	/會|会|要|需|可以|可在|能|是|將|把|被|不(?!同)|沒|没|無法|无法|很|太|較|使用|執行|执行|規定|规定|查看|加上|改|導致|导致|出現|出现|搭配|進行|进行|的話|時/;
/** A Chinese text has a verb, so that it says something rather than names it. */
export const hasVerb = (text: string): boolean => verbs.test(text) || actions.test(text);
const actions =
	/了$|都|只|就|才|也|再|並非|并非|可(?![\u4e00-\u9fff]的)|包括|包含|代表|表示|做|轉|转|放|收|投|開始|开始|生效|完成|稱為|称为|屬於|属于|建立|啟動|启动|產生|产生|管理|發起|发起|致力|傳遞|传递|成為|成为|等待|測試|测试|查看|操作|用在|用於|用来|用來|自訂|形成|取代/;
const nounPhrase = /的[^的，]{1,12}$/;

/**
 * Whether the term only means something together with the block around it: an operating system, an option of the
 * command at hand, a side of a comparison.
 */
export function isQualifier(split: SplitLabel, unit: Unit): boolean {
	if (unit.kind === 'label') return true;
	if (/^(?:-{1,2}[\w-]+|[!-/:-@[-`{-~]{1,3})$/.test(split.labelText)) return true;
	return qualifiers.test(split.labelText.trim());
}

const qualifiers =
	/^(?:mac(?:os)?|windows|linux|ubuntua?|debian|fedora|arch|manjaro|ios|android|舊|新|旧|前|後|后|左|右|old|new|before|after|client|server|read|write|yes|no|true|false|on|off|以前|現在|现在|v?\d[\d.]*)$/i;
