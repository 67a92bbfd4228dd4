import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';

/** A text, or one that varies (by plural): `match` holds its forms. */
type Message = string | readonly { readonly match: Readonly<Record<string, string>> }[];
type Messages = Readonly<Record<string, Message>>;

const folder = 'src/messages';
const english = readdirSync(folder)
	.filter((name) => /(^|\.)en\.json$/.test(name))
	.sort();

function read(file: string): Messages {
	return JSON.parse(readFileSync(join(folder, file), 'utf8')) as Messages;
}

function formsOf(message: Message): readonly string[] {
	return typeof message === 'string' ? [message] : message.flatMap(({ match }) => Object.values(match));
}

function inputsOf(message: Message): readonly string[] {
	const names = formsOf(message).flatMap((form) =>
		[...form.matchAll(/\{(\w+)\}/g)].map(([, name]) => name ?? '')
	);
	return [...new Set(names)].sort();
}

/** Text of everything that may name a message. */
function sources(at: string): string {
	return readdirSync(at, { withFileTypes: true })
		.filter(({ name }) => name !== 'paraglide' && name !== 'messages')
		.map((entry) => {
			const path = join(at, entry.name);
			if (entry.isDirectory()) return sources(path);
			return /\.(svelte|ts)$/.test(entry.name) ? readFileSync(path, 'utf8') : '';
		})
		.join('\n');
}

describe.each(english)('%s', (file) => {
	const en = read(file);
	const zh = read(file.replace(/en\.json$/, 'zh-Hant.json'));

	test('says in both languages the same things with the same inputs', () => {
		const inputs = (messages: Messages) =>
			Object.fromEntries(Object.entries(messages).map(([key, message]) => [key, inputsOf(message)]));
		expect(inputs(zh)).toEqual(inputs(en));
	});

	test('has no empty text, and none left in English', () => {
		const broken = Object.entries(zh).filter(
			([key, message]) =>
				formsOf(message).includes('') ||
				/[a-z]{3,} [a-z]{3,} [a-z]{3,}/.test(formsOf(message).join()) ||
				formsOf(en[key] ?? '').includes('')
		);
		expect(broken).toEqual([]);
	});
});

test('no key stands in two files, and each is used', () => {
	const keys = english.flatMap((file) => Object.keys(read(file)));
	expect(keys.filter((key, index) => keys.indexOf(key) !== index)).toEqual([]);
	const words = new Set(sources('src').match(/\w+/g));
	expect(keys.filter((key) => !words.has(key))).toEqual([]);
});
