import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { diagnosticCatalogue } from '#compiler/diagnostic-catalogue.ts';

test('docs/diagnostics.md has a section for every code, and for no other', () => {
	const page = readFileSync('docs/diagnostics.md', 'utf8');
	const documented = [...page.matchAll(/^## `([a-z0-9-]+)`$/gm)].map(([, code]) => code);
	expect(documented.sort()).toEqual(Object.keys(diagnosticCatalogue).sort());
});
