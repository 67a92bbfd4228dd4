import { describe, expect, test } from 'vitest';
import { diagnosticCatalogue, type DiagnosticCode } from '#compiler/diagnostic-catalogue.ts';
import { diagnose } from '#compiler/diagnostics.ts';
import { diagnosticTexts } from './diagnostic-texts.ts';

const codes = Object.keys(diagnosticCatalogue) as DiagnosticCode[];

describe.each(codes)('%s', (code) => {
	const diagnostic = diagnose(code, { file: 'a.md', line: 1, column: 1 }, 'the detail');

	test('in English the app says what the command says', () => {
		expect(diagnosticTexts(diagnostic, { locale: 'en' })).toEqual({
			message: diagnostic.message,
			help: diagnostic.help
		});
	});

	test('in Chinese it names the same detail', () => {
		const said = diagnosticTexts(diagnostic, { locale: 'zh-Hant' });
		expect(said?.message).toMatch(/[\u4e00-\u9fff]/);
		expect(said?.help).toMatch(/[\u4e00-\u9fff]/);
		expect(said?.message.includes('the detail')).toBe(diagnostic.message.includes('the detail'));
	});
});
