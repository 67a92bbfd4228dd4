/** `在 Snyk 網站上，選擇線上的 repo…`, `下載到本機，…`: says what to do with a thing, and not what it is. */
export const isInstruction = (text: string): boolean => instruction.test(text);

const instruction =
	/^(?:(?:先|再)?在[^，,。]{1,20}[上中裡里][，,]?\s*)?(?:選擇|选择|點選|點擊|点击|輸入|输入|開啟|打開|打开|按下|下載|下载|(?:click|open|select|enter|choose|download)\s)/i;
