import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareCommands } from './compare-commands.ts';

const isSame = (expected: string, typed: string) => compareCommands(expected, typed).isSame;

describe('compareCommands', () => {
	it.each([
		['docker run -it --rm alpine sh', 'docker run --rm -i -t alpine sh'],
		['docker run -v data:/data nginx', 'docker run --volume data:/data nginx'],
		['docker run --name web -d nginx', 'docker run -d --name=web nginx'],
		['docker run -p 8080:80 nginx', 'docker run -p8080:80 nginx'],
		['docker run -p 8080:80 nginx', 'docker  run\t--publish 8080:80   nginx '],
		['git commit -m "a message"', "git commit --message='a message'"],
		['docker build \\\n  -t web .', 'docker build -t web .'],
		['docker ps -a -f status=exited', 'docker ps --filter status=exited --all'],
		['ls -la /tmp', 'ls /tmp -a -l'],
		['echo "a b"', 'echo “a b”'],
		['docker rm --force web', 'docker rm —force web'],
		['docker run --rm -d nginx', 'docker run -d --rm nginx']
	])('%s is the same as %s', (expected, typed) => {
		expect(compareCommands(expected, typed)).toMatchObject({ isSame: true, missing: [] });
	});

	it.each([
		['docker run nginx -d', 'docker run -d nginx'],
		['echo "a b"', 'echo a b'],
		['cp a b', 'cp b a'],
		['docker run -d nginx', 'docker run nginx'],
		['docker run -v /a:/a x', 'docker run --verbose /a:/a y'],
		['a | b', 'a || b'],
		['docker exec web ls -a', 'docker exec -a web ls'],
		['docker run -e A=1 -e B=2 x', 'docker run -e A=1 x']
	])('%s is not the same as %s', (expected, typed) => {
		expect(isSame(expected, typed)).toBe(false);
	});

	it('says which words are too many, and which are missing', () => {
		expect(compareCommands('docker run --rm -d nginx', 'docker start -d nginx')).toEqual({
			isSame: false,
			typed: [
				{ text: 'docker', isExtra: false },
				{ text: 'start', isExtra: true },
				{ text: '-d', isExtra: false },
				{ text: 'nginx', isExtra: false }
			],
			missing: ['run', '--rm']
		});
	});

	const letter = fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f', 'g', 'h');
	const word = fc
		.stringMatching(/^[a-z]{2,8}$/)
		.filter((text) => !['run', 'exec', 'sudo', 'time', 'env', 'ssh', 'nice', 'npx'].includes(text));
	const space = fc.constantFrom(' ', '  ', '\t', ' \\\n ');

	it('knows any command as the same as itself, however it is spaced and quoted', () => {
		fc.assert(
			fc.property(
				fc.array(word, { minLength: 1, maxLength: 6 }),
				space,
				fc.constantFrom('', '"', "'"),
				(words, gap, quote) => {
					const typed = words.map((text) => quote + text + quote).join(gap);
					expect(isSame(words.join(' '), typed)).toBe(true);
				}
			)
		);
	});

	it('takes flags in any order, joined or apart', () => {
		fc.assert(
			fc.property(
				fc.uniqueArray(letter, { minLength: 2, maxLength: 5 }),
				word,
				fc.infiniteStream(fc.nat()),
				(letters, name, keys) => {
					const order = [...letters].sort(() => (keys.next().value ?? 0) % 2 || -1);
					const joined = `tool ${name} -${letters.join('')}`;
					const apart = `tool ${name} ${order.map((flag) => `-${flag}`).join(' ')}`;
					expect(isSame(joined, apart)).toBe(true);
					expect(isSame(apart, joined)).toBe(true);
				}
			)
		);
	});

	it('takes a value after a space or an equals sign, wherever its option stands', () => {
		fc.assert(
			fc.property(fc.uniqueArray(word, { minLength: 2, maxLength: 4 }), word, (names, value) => {
				const expected = `tool ${names.map((name) => `--${name} ${value}`).join(' ')}`;
				const typed = `tool ${names
					.toReversed()
					.map((name) => `--${name}=${value}`)
					.join(' ')}`;
				expect(isSame(expected, typed)).toBe(true);
			})
		);
	});

	it('sees a word that is left out or added, whatever the command', () => {
		fc.assert(
			fc.property(fc.array(word, { minLength: 2, maxLength: 6 }), fc.nat(), (words, place) => {
				const index = place % words.length;
				const less = words.filter((_, other) => other !== index).join(' ');
				const missing = compareCommands(words.join(' '), less);
				expect([missing.isSame, missing.missing]).toEqual([false, [words[index]]]);
				const added = compareCommands(less, words.join(' '));
				expect(added.typed.filter(({ isExtra }) => isExtra)).toEqual([{ text: words[index], isExtra: true }]);
			})
		);
	});

	it('never throws, and loses no sign but spaces, whatever is typed', () => {
		const signs = (text: string) => text.replace(/\s/g, '');
		fc.assert(
			fc.property(fc.string(), fc.string(), (expected, typed) => {
				const { typed: shown } = compareCommands(expected, typed);
				expect(signs(shown.map(({ text }) => text).join(''))).toBe(signs(typed));
			})
		);
	});
});
