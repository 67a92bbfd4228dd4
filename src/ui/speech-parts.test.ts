import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chooseVoice } from './choose-voice.ts';
import { speechParts } from './speech-parts.ts';

const spoken = (text: string, lang: string) => speechParts(text, lang).map((part) => [part.lang, part.text]);

describe('speechParts', () => {
	it.each([
		['What is a layer?', 'en', [['en', 'What is a layer?']]],
		['映像檔是什麼？', 'zh-Hant-TW', [['zh-Hant-TW', '映像檔是什麼？']]],
		[
			'ADD 和 COPY 的差別？',
			'zh-Hant-TW',
			[
				['en', 'ADD'],
				['zh-Hant-TW', '和'],
				['en', 'COPY'],
				['zh-Hant-TW', '的差別？']
			]
		],
		[
			'What does 快取 mean?',
			'en-GB',
			[
				['en-GB', 'What does'],
				['zh-Hant-TW', '快取'],
				['en-GB', 'mean?']
			]
		],
		['docker run -p 8080:80', 'en', [['en', 'docker run dash p 8080 colon 80']]],
		['--no-cache', 'en', [['en', 'dash dash no cache']]],
		['/etc/nginx.conf', 'en', [['en', 'slash etc slash nginx dot conf']]],
		['In $HOME, run it.', 'en', [['en', 'In dollar HOME, run it.']]],
		['exposedPort_number', 'en', [['en', 'exposed Port number']]],
		['A well-known word, e.g. this.', 'en', [['en', 'A well-known word, e.g. this.']]],
		['At 12:30, 3.5 of them.', 'en', [['en', 'At 12:30, 3.5 of them.']]],
		['— … —', 'en', []],
		['', 'en', []]
	])('%j in %s', (text, lang, parts) => {
		expect(spoken(text, lang).map(([voice, words]) => [voice, words?.replace(/ {2,}/g, ' ')])).toEqual(parts);
	});

	it('leaves no letter unread', () => {
		const texts = fc.string({
			unit: fc.constantFrom('a', 'Z', '7', '快', '。', ' ', '\n', '-', '/', '_', 'é')
		});
		fc.assert(
			fc.property(texts, fc.constantFrom('en', 'zh-Hant-TW'), (text, lang) => {
				const letters = (of: string) => of.replace(/[^aZ7快é]/g, '');
				const read = speechParts(text, lang).map((part) => part.text.replace(/dash|slash/g, ''));
				expect(letters(read.join(''))).toBe(letters(text));
			}),
			{ numRuns: 300, seed: 7 }
		);
	});
});

describe('chooseVoice', () => {
	const voice = (lang: string, more: { default?: boolean; localService?: boolean } = {}) => ({
		lang,
		default: false,
		localService: true,
		...more
	});

	it.each([
		['zh-Hant-TW', ['zh-CN', 'zh_TW'], 'zh_TW'],
		['zh-Hant', ['zh-HK', 'cmn-Hant-TW'], 'cmn-Hant-TW'],
		['zh-Hant-TW', ['zh-CN'], 'zh-CN'],
		['en', ['fr-FR', 'en-GB'], 'en-GB'],
		['en-GB', ['en-US', 'en-GB'], 'en-GB'],
		['de', ['en-GB'], undefined]
	])('for %s among %j: %s', (lang, voices, expected) =>
		expect(
			chooseVoice(
				voices.map((one) => voice(one)),
				lang
			)?.lang
		).toBe(expected)
	);

	it('never takes a voice that sends the text away', () => {
		expect(chooseVoice([voice('en-GB', { localService: false })], 'en')).toBeUndefined();
	});

	it('prefers the default voice among equals', () => {
		expect(chooseVoice([voice('en-US'), voice('en-AU', { default: true })], 'en-GB')?.lang).toBe('en-AU');
	});
});
