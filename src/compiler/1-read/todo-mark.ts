/** `TODO:`, `TODO:Q`, `FIXME`, 待辦: what the author left for later. Emphasis and brackets around it do not matter. */
const mark =
	/^[\s(（[【*]*(?:(?:TODO|FIXME|TBD)\b(?:\s*[:：]\s*Q\b)?|todo\s*[:：]|待辦|待办|待補|待补|待研究)[\s:：\])）】]*/;

export const isTodoText = (text: string): boolean => mark.test(text);

/** The task without its mark. */
export const withoutTodoMark = (text: string): string => text.replace(mark, '').trim() || text;

/**
 * Where a task begins after a statement in the same text; undefined without one.
 *
 *     不同的容器通過 `Network namespace` 進行了隔離⏎（<mark>TODO:</mark> 沒模擬成功）
 *                                                   ^
 */
export function todoWithin(raw: string): number | undefined {
	const found = /[(（[【]?\s*\b(?:TODO|FIXME)\s*[:：]/.exec(raw);
	return found === null || raw.slice(0, found.index).trim() === '' ? undefined : found.index;
}
