import { expect, test } from 'vitest';
import { isAskedFor } from './is-asked-for.ts';

const app = '/_app/immutable';

test('what every page needs', () => {
	expect(isAskedFor(`${app}/chunks/abc.js`, '/')).toBe(true);
	expect(isAskedFor(`${app}/entry/start.abc.js`, null)).toBe(true);
});

test('the code of its own route, but not where it is in the file the app starts with', () => {
	expect(isAskedFor(`${app}/nodes/2.abc.js`, '/')).toBe(true);
	expect(isAskedFor(`${app}/nodes/0.abc.js`, '/')).toBe(false);
	expect(isAskedFor(`${app}/nodes/0.abc.js`, null)).toBe(false);
	expect(isAskedFor(`${app}/nodes/13.abc.js`, '/review')).toBe(false);
});
