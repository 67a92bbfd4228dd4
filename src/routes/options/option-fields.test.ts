import { expect, it } from 'vitest';
import { defaultPreset } from '#scheduler/preset.ts';
import { optionSections, parseWhole } from './option-fields.ts';

it.each([
	['20', 20],
	[' ７ ', 7],
	['0', undefined],
	['101', undefined],
	['1.5', undefined],
	['-3', undefined],
	['', undefined],
	['many', undefined]
])('parseWhole(%j) within 1 to 100', (text, value) => {
	expect(parseWhole(text, 1, 100)).toBe(value);
});

const fields = optionSections().flatMap((section) => section.fields);

it('every text field reads what it has written', () => {
	for (const field of fields) {
		if (field.kind !== 'text') continue;
		const value = field.parse(field.read(defaultPreset));
		// No limit is written as 0, since null would mean "inherit".
		expect(value ?? 'none', field.name).toEqual(defaultPreset[field.name] ?? 0);
		expect(field.parse('nonsense'), field.name).toBeUndefined();
	}
});

it('every choice offers the default, and each value has a name of its own', () => {
	for (const field of fields) {
		if (field.kind !== 'choice') continue;
		expect(field.choices.map(({ value }) => value)).toContain(field.read(defaultPreset));
		expect(new Set(field.choices.map(({ label }) => label)).size).toBe(field.choices.length);
	}
});
