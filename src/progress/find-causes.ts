import type { CardId } from '#deck/ids.ts';
import type { CardText } from './card-text.ts';
import type { Twin } from './find-twins.ts';
import { textTokens } from './text-tokens.ts';

/** What may keep a card from staying, with what it takes to say so. */
export type Cause =
	/** There is more to recall than one recalls at once. */
	| { readonly kind: 'long-answer'; readonly letters: number }
	| { readonly kind: 'many-points'; readonly points: number }
	/** Other cards ask nearly the same. */
	| { readonly kind: 'twins'; readonly twins: readonly CardId[] }
	| { readonly kind: 'missing-picture' }
	/** The question does not say what it asks about. */
	| { readonly kind: 'vague-question' };

/** Letters, a Chinese one counting as two: about five lines on a phone. */
const longAnswer = 320;
/** What can be held at once, about. */
const manyPoints = 7;
const mostTwins = 3;

/** The gravest first; empty where nothing about the card itself explains it. */
export function findCauses(card: CardText, twins: readonly Twin[]): readonly Cause[] {
	const letters = widthOf(card.back);
	const causes: (Cause | false)[] = [
		card.isPictureMissing && { kind: 'missing-picture' },
		twins.length > 0 && { kind: 'twins', twins: twins.slice(0, mostTwins).map(({ id }) => id) },
		card.points > manyPoints && { kind: 'many-points', points: card.points },
		card.points <= manyPoints && letters > longAnswer && { kind: 'long-answer', letters },
		isVague(card.front) && { kind: 'vague-question' }
	];
	return causes.filter((cause) => cause !== false);
}

const widthOf = (text: string): number =>
	Array.from(text).length + (text.match(/\p{Script=Han}/gu)?.length ?? 0);

/** Words that head a part of any note. */
const vagueWords = textTokens(
	[
		'what is it this that the a an of and in why how overview introduction summary example examples note notes',
		'definition definitions usage use details detail basics more misc other others answer question point points',
		'簡介 介紹 概述 總結 重點 範例 例子 說明 備註 注意 注意事項 定義 用法 使用 使用方法 補充 其他 其它 基本 什麼 為什麼 如何 是 的 這是什麼 問題 答案'
	].join(' ')
);

function isVague(front: string): boolean {
	const words = [...textTokens(front)];
	return words.every((word) => vagueWords.has(word));
}
