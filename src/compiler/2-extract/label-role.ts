/**
 * What a short label announces. A role is no term to be asked about: `結論：…` is the answer to the question above it,
 * `REF：…` is no content at all.
 */
export type LabelRole =
	| 'answer' // the answer of the question around it
	| 'thought' // how the author got there; an answer beside it wins
	| 'support' // evidence or example: shown under the answer
	| 'reference' // sources, dates, chapters: no content
	| 'transparent' // a summary or introduction: its content is the block's own
	| 'aspect'; // a property of the block: "取代方式：…" asks "what is its 取代方式?"

/** The role of a label, whatever its width, case and trailing colon; undefined for a term. */
export function labelRole(label: string): LabelRole | undefined {
	return label.length > maxLabelLength ? undefined : roles.get(normaliseLabel(label));
}

const maxLabelLength = 24;

/** `（１）結論：` -> `結論`. */
export const normaliseLabel = (label: string): string =>
	label
		.normalize('NFKC')
		.toLowerCase()
		.replace(/^[\s([*]*\d*[.)\]]?\s*/, '')
		.replace(/[\s:*)\].]+$/, '');

const words: Readonly<Record<LabelRole, string>> = {
	answer:
		'結論 结论 解答 答案 答 回答 解 正解 參考答案 参考答案 a ans answer answers conclusion solution resposta solución respuesta réponse lösung antwort 정답 解説 回答例',
	thought:
		'思考過程 思考过程 思考 疑惑 疑問 疑问 研究過程 研究过程 想法 猜測 猜测 推測 推测 thought thoughts thinking doubt doubts',
	support:
		'測試 测试 驗證 验证 實驗 实验 證據 範例 范例 例子 例 舉例 举例 示例 範例畫面 範例圖 畫面 ex e.g example examples test evidence 更正 訂正 勘誤 correction',
	reference:
		'ref refs reference references 參考 参考 參考資料 参考资料 參考連結 來源 来源 出處 出处 資料來源 source sources link links see 見 詳見 date 日期 複習章節 章節 課程 範例研究',
	transparent:
		'摘要 簡介 简介 說明 说明 介紹 介绍 總結 总结 小結 小结 備註 备注 註 注 補充 补充 note notes summary intro introduction overview 範例 重點 重点 注意',
	aspect:
		'使用方式 用法 使用方法 快速使用 取代方式 替代方式 替代方案 解法 解決方法 解决方法 解決方式 用途 功能 目的 原因 優點 优点 缺點 缺点 好處 好处 壞處 坏处 限制 特點 特点 特性 定義 定义 時機 时机 使用時機 適用 适用 預設值 默认值 指令 命令 語法 语法 格式 單位 单位 風險 风险 影響 影响 代價 代价 前提 條件 条件 usage use purpose pros cons advantages disadvantages advantage disadvantage benefits drawbacks drawback cause reason fix workaround default syntax format limitation limitations when why how definition complexity 時間複雜度 时间复杂度 空間複雜度 空间复杂度 複雜度 复杂度'
};

const roles: ReadonlyMap<string, LabelRole> = new Map(
	Object.entries(words).flatMap(([role, list]) =>
		list.split(' ').map((word): [string, LabelRole] => [word, role as LabelRole])
	)
);
