import { expect, test } from 'vitest';
import { nodeOf, withStatic } from './start-file.ts';

const list = `export const nodes = [
	() => import('./nodes/0'),
	() => import('./nodes/1'),
	() => import('./nodes/13')
];
export const dictionary = {
		"/": [1],
		"/review": [13],
	};
`;

test('the route is found by its name', () => {
	expect(nodeOf(list, '/review')).toBe(13);
	expect(nodeOf(list, '/')).toBe(1);
	expect(() => nodeOf(list, '/gone')).toThrow('no /gone');
});

test('nodes are imported with the list; the others when they are asked for', () => {
	const changed = withStatic(list, [0, 13]);
	expect(changed).toContain("import * as node0 from './nodes/0';\nimport * as node13 from './nodes/13';\n");
	expect(changed).toContain('async () => node0');
	expect(changed).toContain('async () => node13');
	expect(changed).toContain("() => import('./nodes/1')");
	expect(changed).not.toContain("import('./nodes/0')");
	expect(changed).not.toContain("import('./nodes/13')");
});

test('a list of another form ends the build instead of slowing the app down unseen', () => {
	expect(() => withStatic(list.replaceAll('() =>', 'async () =>'), [2])).toThrow('./nodes/2');
});
