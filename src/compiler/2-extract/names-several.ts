import type { Title } from './title.ts';

/** The title says that several things follow: `…原則`, `…方式`, `三個角色`, `…過程`. */
export const namesSeveral = ({ text }: Title): boolean =>
	!/[，。]/.test(text) && (pluralWords.test(text) || namesNumber(text));

const pluralWords =
	/(?:原則|原则|重點|重点|關鍵|关键|角色|類型|类型|種類|种类|方式|方法|作法|做法|指令|命令|特性|特點|特点|功能|條件|条件|優點|优点|缺點|缺点|關係|关系|格式|項目|项目|事項|事项|限制|用途|原因|階段|阶段|元件|組件|组件|技術|技术|工具|差異|差异|流程|過程|过程|步驟|步骤|層|层|\b(?:types|kinds|rules|principles|features|roles|commands|options|methods|ways|parts|components|layers|phases|steps|goals|reasons|benefits|drawbacks|tools))$/i;
/** `三個角色`, `總結兩個關鍵`: two or more, and a word that counts things. */
export const namesNumber = (title: string): boolean =>
	/(?:[二兩两三四五六七八九十各幾几]|\b[2-9]|\b1\d)\s?(?:個|个|種|种|類|类|項|项|大)/.test(title);
