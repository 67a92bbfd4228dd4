/** What stands between `---` lines at the top of a note: a small part of YAML (and TOML's `key = value`). */
export type FrontMatterValue = string | readonly FrontMatterValue[] | FrontMatterMap;
export interface FrontMatterMap {
	readonly [key: string]: FrontMatterValue;
}

export interface FrontMatter {
	readonly fields: FrontMatterMap;
	/** Lines it takes, its fences included; 0 where there is none. */
	readonly lineCount: number;
}

const none: FrontMatter = { fields: {}, lineCount: 0 };

/** Longer front matter is none: it is a note that begins with a rule. */
const maxLines = 200;

/** Reads the front matter of a note. What it does not understand it leaves out; it never throws. */
export function readFrontMatter(text: string): FrontMatter {
	const fence = /^(---|\+\+\+)[ \t]*\r?\n/.exec(text)?.[1];
	if (fence === undefined) return none;
	const lines = text.split(/\r?\n/, maxLines + 1);
	const end = lines.findIndex((line, index) => index > 0 && line.trimEnd() === fence);
	if (end < 0) return none;
	const content = lines.slice(1, end).filter((line) => !/^\s*(?:#|$)/.test(line));
	if (!content.every((line) => /^\s*-\s|^\s*[^\s:=][^:=]*[:=]|^\s+\S/.test(line))) return none;
	return { fields: readMap(content.map(readLine), 0, -1).value, lineCount: end + 1 };
}

interface Line {
	readonly indent: number;
	/** Undefined for an item of a list. */
	readonly key: string | undefined;
	readonly value: string;
}

/** `key: value`, `key = value`, `- value`. */
function readLine(line: string): Line {
	const indent = line.search(/\S/);
	const item = /^\s*-\s+(.*)$/.exec(line)?.[1];
	if (item !== undefined) return { indent, key: undefined, value: item.trim() };
	const pair = /^\s*([^:=]+?)\s*[:=](?:\s+(.*))?$/.exec(line) ?? /^\s*([^:=]+?)\s*[:=]\s*(.*)$/.exec(line);
	const key = unquote(pair?.[1] ?? line.trim());
	return { indent, key, value: (pair?.[2] ?? '').trim() };
}

interface Read<T> {
	readonly value: T;
	/** Index of the first line that does not belong to it. */
	readonly next: number;
}

function readMap(lines: readonly Line[], start: number, around: number): Read<FrontMatterMap> {
	const map: Record<string, FrontMatterValue> = Object.create(null) as Record<string, FrontMatterValue>;
	let at = start;
	for (let line = lines[at]; line !== undefined && line.indent > around; line = lines[at]) {
		at++;
		if (line.key === undefined) continue;
		if (line.value !== '') {
			map[line.key] = readScalar(line.value);
			continue;
		}
		const below = lines[at];
		const isList = below?.key === undefined && below !== undefined && below.indent >= line.indent;
		const nested = isList ? readList(lines, at) : readMap(lines, at, line.indent);
		map[line.key] = nested.value;
		at = nested.next;
	}
	return { value: map, next: at };
}

function readList(lines: readonly Line[], start: number): Read<readonly FrontMatterValue[]> {
	const items: FrontMatterValue[] = [];
	let at = start;
	for (let line = lines[at]; line !== undefined && line.key === undefined; line = lines[at]) {
		items.push(readScalar(line.value));
		at++;
	}
	return { value: items, next: at };
}

/** A plain or quoted word, `[a, b]`, or `{a: b, c: d}`. */
function readScalar(text: string): FrontMatterValue {
	const value = text.replace(/\s+#\s.*$/, '').trim();
	if (value.startsWith('[') && value.endsWith(']')) return splitFlow(value).map(unquote);
	if (!value.startsWith('{') || !value.endsWith('}')) return unquote(value);
	const pairs = splitFlow(value).map((pair) => {
		const colon = pair.indexOf(':');
		return colon < 0 ? [unquote(pair), ''] : [unquote(pair.slice(0, colon)), unquote(pair.slice(colon + 1))];
	});
	return Object.fromEntries(pairs) as FrontMatterMap;
}

const splitFlow = (text: string): string[] =>
	text
		.slice(1, -1)
		.split(',')
		.map((part) => part.trim())
		.filter((part) => part !== '');

const unquote = (text: string): string => text.trim().replace(/^(["'])(.*)\1$/, '$2');
