import { expect, test } from 'vitest';
import type { Card } from './card.ts';
import { withFormerText } from './former-text.ts';

const card = (backText: string, former?: Card['former']) =>
	({ id: 'a', frontText: 'Why?', backText, ...(former && { former }) }) as unknown as Card;
const change = { changedAt: 20, lastReviewAt: 10 };

test('a reviewed card keeps what it said before it changed', () => {
	expect(withFormerText(card('new'), card('old'), change).former).toEqual({
		frontText: 'Why?',
		backText: 'old',
		changedAt: 20
	});
});

test('a card that is the same, was never reviewed, or of which nobody is to be told, keeps nothing', () => {
	expect(withFormerText(card('old'), card('old'), change)).toEqual(card('old'));
	expect(withFormerText(card('new'), card('old'), { ...change, lastReviewAt: undefined })).toEqual(
		card('new')
	);
	expect(withFormerText(card('new'), card('old'), { ...change, changedAt: undefined })).toEqual(card('new'));
	expect(withFormerText(card('new'), undefined, change)).toEqual(card('new'));
});

test('until it is answered, the text from before the first change stays', () => {
	const once = withFormerText(card('second'), card('first'), { changedAt: 20, lastReviewAt: 10 });
	const twice = withFormerText(card('third'), once, { changedAt: 30, lastReviewAt: 10 });
	expect(twice.former).toMatchObject({ backText: 'first', changedAt: 30 });
	expect(withFormerText(card('first'), twice, { changedAt: 40, lastReviewAt: 10 }).former).toBeUndefined();
	const answered = withFormerText(card('third'), once, { changedAt: 30, lastReviewAt: 25 });
	expect(answered.former).toMatchObject({ backText: 'second', changedAt: 30 });
});

test('a former text stays with a card that comes again the same', () => {
	const former = { frontText: 'Why?', backText: 'old', changedAt: 5 };
	expect(withFormerText(card('new'), card('new', former), change).former).toEqual(former);
});
