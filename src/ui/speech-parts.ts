/** A piece of text for one voice. */
export interface SpeechPart {
	readonly text: string;
	/** BCP 47 */
	readonly lang: string;
}

/**
 * Plain text of a card as it is read aloud: each script by a voice that knows it, code as words (`-p 8080:80` is
 * "dash p 8080 colon 80").
 * @param lang of the card
 */
export function speechParts(text: string, lang: string): readonly SpeechPart[] {
	const parts: SpeechPart[] = [];
	for (const run of text.normalize('NFC').match(runs) ?? []) {
		const isHan = han.test(run);
		const spoken = (isHan ? run : wordsOf(run)).replace(/\s+/g, ' ').trim();
		if (!/[\p{L}\p{N}]/u.test(spoken)) continue;
		const voice = isHan ? hanLanguage(lang) : latinLanguage(lang);
		const last = parts.at(-1);
		if (last?.lang === voice) parts[parts.length - 1] = { lang: voice, text: `${last.text} ${spoken}` };
		else parts.push({ lang: voice, text: spoken });
	}
	return parts;
}

const han = /[\p{Script=Han}\p{Script=Bopomofo}\p{Script=Hiragana}\p{Script=Katakana}]/u;

/** Han with the punctuation around it, or whatever stands between two such runs; a line ends a run. */
const runs =
	/[\p{Script=Han}\p{Script=Bopomofo}\p{Script=Hiragana}\p{Script=Katakana}][\p{Script=Han}\p{Script=Bopomofo}\p{Script=Hiragana}\p{Script=Katakana}，。、；：？！「」『』（）…—]*|[^\p{Script=Han}\p{Script=Bopomofo}\p{Script=Hiragana}\p{Script=Katakana}\n]+/gu;

const hanLanguage = (lang: string) => (/^(zh|yue|ja)\b/i.test(lang) ? lang : 'zh-Hant-TW');
/** Latin words among Chinese are mostly English terms. */
const latinLanguage = (lang: string) => (/^(zh|yue|ja)\b/i.test(lang) ? 'en' : lang);

const wordsOf = (run: string) => run.replace(/\S+/g, (token) => (isCode(token) ? codeWords(token) : token));

/** An option, a path, a variable, an address, a name in camelCase: what no voice reads well by itself. */
const isCode = (token: string) =>
	!/^(\d+[.,]\d+|\d{1,2}:\d{2})[.,;:!?)]*$/.test(token) &&
	/^-{1,2}[a-z0-9]|[/\\_=$|{}<>~^*&%#@]|::|[a-z0-9]:[a-z0-9]|[a-z0-9]{2}\.[a-z0-9]|[a-z0-9]\.[a-z0-9]{2}|[a-z][A-Z]/i.test(
		token
	) &&
	(/[^a-z'’-]/i.test(token.replace(/[.,;:!?)]+$/, '')) || /[a-z][A-Z]|^-/.test(token));

const codeWords = (token: string) =>
	token
		.replace(/([a-z])([A-Z])/g, '$1 $2')
		.replace(/_|(?<=[a-z0-9])-(?=[a-z0-9])/gi, ' ')
		// A sign at the end of a sentence is no part of the code.
		.replace(/[.,;:!?]+$/, (end) => `\n${end}`)
		.split('\n')
		.map((piece, index) =>
			index === 0 ? piece.replace(signs, (sign) => ` ${signWords[sign] ?? sign} `) : piece
		)
		.join('');

const signs = /[-/\\.:=$|{}<>~^*&%#@+]/g;

/** Spoken by the voice that reads the code, which is an English one: no text of the interface. */
const signWords: Readonly<Record<string, string>> = {
	'-': 'dash',
	'/': 'slash',
	'\\': 'backslash',
	'.': 'dot',
	':': 'colon',
	'=': 'equals',
	$: 'dollar',
	'|': 'pipe',
	'{': 'open brace',
	'}': 'close brace',
	'<': 'less than',
	'>': 'greater than',
	'~': 'tilde',
	'^': 'caret',
	'*': 'star',
	'&': 'and',
	'%': 'percent',
	'#': 'hash',
	'@': 'at',
	'+': 'plus'
};
