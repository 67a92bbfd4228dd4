import type { CardParts } from '#deck/card.ts';
import type { Item, List, NoteNode } from '../1-read/note-node.ts';
import { stackFaces, type Face } from '../4-emit/face.ts';
import type { Extraction } from './extraction.ts';

/** A question with options to choose from. */
export interface Choice {
	/** What stands under the question, the options among it. */
	readonly prompt: readonly NoteNode[];
	readonly back: Face;
	readonly parts: CardParts;
}

/**
 * Options and which of them are right: a task list under the question, or lettered options before an answer that
 * names a letter.
 *
 *     - [x] right          - A: `Lydia`
 *     - [ ] wrong          - B: `undefined`     …  #### Answer: B
 *       ^ done = right       ^ letter                      ^
 */
export function readChoice(
	prompt: readonly NoteNode[],
	answer: readonly NoteNode[],
	extraction: Extraction
): Choice | undefined {
	return readTaskList(prompt, answer, extraction) ?? readLetters(prompt, answer, extraction);
}

function readTaskList(
	prompt: readonly NoteNode[],
	answer: readonly NoteNode[],
	extraction: Extraction
): Choice | undefined {
	const list = answer.find((node) => node.kind === 'list' && node.children.every(isTask));
	if (list?.kind !== 'list' || list.children.length < 2) return undefined;
	const items = list.children.filter((node) => node.kind === 'item');
	const answers = indexesOf(items, (item) => item.isDone === true);
	if (answers.length === 0) return undefined;
	const options = items.map((item) => extraction.render(item.children));
	const explanation = extraction.render(answer.filter((node) => node !== list));
	return {
		prompt: [...prompt, withoutMarks(list)],
		back: stackFaces([...answers.flatMap((index) => asParagraph(options[index])), explanation]),
		parts: { kind: 'choice', options: options.map(({ html }) => html), answers }
	};
}

const isTask = (node: NoteNode): boolean => node.kind === 'item' && node.isDone !== undefined;

/** The options must not show which of them is right. */
const withoutMarks = (list: List): List => ({
	...list,
	children: list.children.map((node) => (node.kind === 'item' ? { ...node, isDone: undefined } : node))
});

function readLetters(
	prompt: readonly NoteNode[],
	answer: readonly NoteNode[],
	extraction: Extraction
): Choice | undefined {
	const list = prompt.findLast((node) => node.kind === 'list');
	if (list === undefined || list.children.length < 2) return undefined;
	const items = list.children.filter((node) => node.kind === 'item');
	const letters = items.map(letterOf);
	const right = answerLetters(answer);
	const answers = letters.flatMap((letter, index) =>
		letter !== undefined && right.includes(letter) ? [index] : []
	);
	if (answers.length === 0 || letters.includes(undefined)) return undefined;
	return {
		prompt,
		back: extraction.render(answer),
		parts: { kind: 'choice', options: items.map((item) => extraction.render(item.children).html), answers }
	};
}

function letterOf(item: Item): string | undefined {
	const first = item.children[0];
	return first?.kind === 'paragraph'
		? /^([A-Ha-h])\s*[.:：)、]/.exec(first.text)?.[1]?.toUpperCase()
		: undefined;
}

/** `Answer: B`, `答案：A、C`, in a heading or the first lines of the answer. */
function answerLetters(answer: readonly NoteNode[]): string {
	for (const node of answer) {
		const text = node.kind === 'section' ? node.titleText : node.kind === 'paragraph' ? node.text : '';
		const found =
			/(?:answer|答案|答|정답|resposta|respuesta|réponse)[^:：]{0,12}[:：]\s*([A-H](?:\s*[,、和&]\s*[A-H])*)(?![\w])/i.exec(
				text
			);
		if (found?.[1] !== undefined) return found[1].toUpperCase();
	}
	return '';
}

const indexesOf = (items: readonly Item[], is: (item: Item) => boolean): number[] =>
	items.flatMap((item, index) => (is(item) ? [index] : []));

const asParagraph = (face: Face | undefined): Face[] =>
	face === undefined ? [] : [{ ...face, html: `<p>${face.html}</p>` }];
