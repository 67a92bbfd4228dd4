/** Words as they are compared: of scripts written without spaces, each two letters that stand together. */
export function textTokens(text: string): ReadonlySet<string> {
	const folded = text.normalize('NFKC').toLowerCase().replaceAll('臺', '台');
	const tokens = new Set<string>();
	for (const [run] of folded.matchAll(
		/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]+|[\p{L}\p{N}]+/gu
	)) {
		const letters = Array.from(run);
		if (letters.length === 1 || !isUnspaced.test(run)) tokens.add(run);
		else
			for (let at = 1; at < letters.length; at++) tokens.add(`${letters[at - 1] ?? ''}${letters[at] ?? ''}`);
	}
	return tokens;
}

const isUnspaced = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u;
