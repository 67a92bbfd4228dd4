/** A command line cut into words as a shell cuts it; operators (`|`, `&&`, `>`, end of line) are words of their own. */
export interface CommandWord {
	/** As written, quotes included. */
	readonly raw: string;
	/** As the program gets it. */
	readonly text: string;
	readonly isOperator: boolean;
}

/** What a phone's keyboard makes of quotes and dashes, and full-width signs of a Chinese one. */
function plainSigns(command: string): string {
	return command
		.normalize('NFKC')
		.replace(/[“”„]/g, '"')
		.replace(/[‘’‚]/g, "'")
		.replace(/[—–](?=\p{L})/gu, '--')
		.replace(/\\\r?\n/g, ' ')
		.trim();
}

const piece =
	/(?<break>\r?\n)|(?<space>[^\S\n]+)|(?<operator>\|\||&&|\d?>>?(?:&\d)?|<<?|[|;&])|(?<word>(?:"(?:[^"\\]|\\[^])*"?|'[^']*'?|\\[^]|[^\s"'\\|;&<>])+)|(?<rest>[^])/gy;

export function splitCommand(command: string): readonly CommandWord[] {
	const words: CommandWord[] = [];
	for (const { 0: raw, groups = {} } of plainSigns(command).matchAll(piece)) {
		if (groups['break'] !== undefined) {
			if (words.at(-1)?.raw !== '\n') words.push({ raw: '\n', text: '\n', isOperator: true });
		} else if (groups['operator'] !== undefined) words.push({ raw, text: raw, isOperator: true });
		else if (groups['space'] === undefined) words.push({ raw, text: unquoted(raw), isOperator: false });
	}
	return words;
}

/** `"a b"` and `a\ b` -> `a b`. */
const unquoted = (raw: string): string =>
	raw.replace(
		/"((?:[^"\\]|\\[^])*)"?|'([^']*)'?|\\([^])/g,
		(_, double?: string, single?: string, escaped?: string) =>
			double === undefined ? (single ?? escaped ?? '') : double.replace(/\\(["\\$`])/g, '$1')
	);
