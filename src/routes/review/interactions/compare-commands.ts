import { longOptionName } from './long-option-name.ts';
import { splitCommand, type CommandWord } from './split-command.ts';

/** How a typed command differs from the one asked for. */
export interface CommandComparison {
	/** Does the same: words and their order, options in any order, short or long, joined or apart. */
	readonly isSame: boolean;
	/** The typed words, in order. */
	readonly typed: readonly TypedPiece[];
	/** What the typed command lacks. */
	readonly missing: readonly string[];
}

interface TypedPiece {
	readonly text: string;
	/** Not in the expected command. */
	readonly isExtra: boolean;
}

/** One word of a command that can be compared: an option by its name, or anything else as it stands. */
interface Unit {
	/** Index of the word it was written in. */
	readonly word: number;
	/** `--volume`, `-v`; undefined for a word. */
	readonly option: string | undefined;
	readonly text: string;
	/** `--name=x`: the value belongs to the option for certain. */
	readonly hasValueAfter: boolean;
}

export function compareCommands(expected: string, typed: string): CommandComparison {
	const words = splitCommand(typed);
	const [wanted, given] = alignOptions(unitsOf(splitCommand(expected)), unitsOf(words));
	const [left, extra] = difference(wanted, given);
	const extraWords = new Set(extra.map(({ word }) => word));
	const isSame = left.length === 0 && extra.length === 0 && isSameOrder(wanted, given);
	return {
		isSame,
		typed: words.map(({ raw }, index) => ({ text: raw, isExtra: extraWords.has(index) })),
		missing: left.map(({ text }) => text)
	};
}

/** `-it` -> `-i` `-t`; `--name=x` -> `--name` `x`; `-p8080:80` -> `-p` `8080:80`. */
function unitsOf(words: readonly CommandWord[]): readonly Unit[] {
	let isAfterEnd = false;
	return words.flatMap(({ text, isOperator }, word): Unit[] => {
		const plain: Unit = { word, option: undefined, text, hasValueAfter: false };
		if (isOperator) isAfterEnd = false;
		if (isOperator || isAfterEnd) return [plain];
		if (text === '--') {
			isAfterEnd = true;
			return [plain];
		}
		const option = (name: string, hasValueAfter = false): Unit => ({
			word,
			option: name,
			text: name,
			hasValueAfter
		});
		const long = /^(--[^=\s]+)(?:=([^]*))?$/.exec(text);
		if (long?.[1] !== undefined) {
			const [, name, value] = long;
			return value === undefined ? [option(name)] : [option(name, true), { ...plain, text: value }];
		}
		const short = /^-([A-Za-z]+)(?:=?([^A-Za-z][^]*))?$/.exec(text);
		if (short?.[1] === undefined) return [plain];
		const [, letters, value] = short;
		const options = Array.from(letters, (letter) => option(`-${letter}`));
		return value === undefined ? options : [...options, { ...plain, text: value }];
	});
}

/** `-v` on one side and `--volume` on the other become one name. */
function alignOptions(
	wanted: readonly Unit[],
	given: readonly Unit[]
): readonly [readonly Unit[], readonly Unit[]] {
	const program = wanted.find(({ option }) => option === undefined)?.text ?? '';
	const longs = [...wanted, ...given].flatMap(({ option }) => (option?.startsWith('--') ? [option] : []));
	const aligned = (unit: Unit): Unit => {
		if (unit.option === undefined || unit.option.startsWith('--')) return unit;
		const name = longOptionName(program, unit.option, longs);
		return name === undefined ? unit : { ...unit, option: name };
	};
	return [wanted.map(aligned), given.map(aligned)];
}

const keyOf = ({ option, text }: Unit): string => option ?? `=${text}`;

/** What stands in one list and not in the other, however often. */
function difference(
	wanted: readonly Unit[],
	given: readonly Unit[]
): readonly [readonly Unit[], readonly Unit[]] {
	const less = (from: readonly Unit[], what: readonly Unit[]) => {
		const left = new Map<string, number>();
		for (const unit of what) left.set(keyOf(unit), (left.get(keyOf(unit)) ?? 0) + 1);
		return from.filter((unit) => {
			const count = left.get(keyOf(unit)) ?? 0;
			left.set(keyOf(unit), count - 1);
			return count <= 0;
		});
	};
	return [less(wanted, given), less(given, wanted)];
}

/**
 * The words that are no options stand in the same order, and what follows an option may be its value: it may move with
 * it. Without a table of every program's options that is decided so that the two agree, if they can.
 */
function isSameOrder(wanted: readonly Unit[], given: readonly Unit[]): boolean {
	const names = new Set(
		wanted.flatMap((unit, index) => (mayTakeValue(unit, wanted[index + 1]) ? [unit.option ?? ''] : []))
	);
	const fixed = new Set(
		[...wanted, ...given].flatMap(({ option, hasValueAfter }) => (hasValueAfter && option ? [option] : []))
	);
	return subsets([...names].filter((name) => !fixed.has(name)).slice(0, 8)).some((chosen) => {
		const takesValue = new Set([...fixed, ...chosen]);
		return shapeOf(wanted, takesValue) === shapeOf(given, takesValue);
	});
}

const mayTakeValue = ({ option }: Unit, next: Unit | undefined) =>
	option !== undefined && next !== undefined && next.option === undefined;

/** Words in order; between two of them the options in any order, each with its value. */
function shapeOf(units: readonly Unit[], takesValue: ReadonlySet<string>): string {
	const parts: string[][] = [];
	let options: string[] = [];
	let isInner = false;
	for (let index = 0; index < units.length; index++) {
		const unit = units[index] as Unit;
		if (unit.option === undefined) {
			// Options before `docker run IMAGE` are docker's, those behind are the image's own: there the gap counts.
			const ends = unit.text === '|' || unit.text === '\n' || /^(?:&&|\|\||;|&)$/.test(unit.text);
			if (isInner || ends || wrappers.has(unit.text)) {
				parts.push(options.sort());
				options = [];
			}
			isInner = ends ? false : isInner || wrappers.has(unit.text);
			parts.push([`=${unit.text}`]);
			continue;
		}
		const value = units[index + 1];
		const hasValue = value !== undefined && value.option === undefined && takesValue.has(unit.option);
		options.push(hasValue ? `${unit.option}=${value.text}` : unit.option);
		if (hasValue) index++;
	}
	return JSON.stringify([...parts, options.sort()]);
}

/** What follows them is a command of its own. */
const wrappers = new Set([
	'run',
	'exec',
	'sudo',
	'ssh',
	'env',
	'xargs',
	'nohup',
	'time',
	'watch',
	'nice',
	'timeout',
	'npx'
]);

const subsets = (names: readonly string[]): readonly (readonly string[])[] =>
	names.reduce<readonly (readonly string[])[]>(
		(sets, name) => [...sets, ...sets.map((set) => [...set, name])],
		[[]]
	);
