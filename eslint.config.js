import js from '@eslint/js';
import prettier from 'eslint-config-prettier';
import svelte from 'eslint-plugin-svelte';
import { defineConfig, globalIgnores } from 'eslint/config';
import globals from 'globals';
import ts from 'typescript-eslint';
import svelteConfig from './svelte.config.js';

export default defineConfig(
	globalIgnores([
		'**/.svelte-kit/',
		'build/',
		'dist/',
		'src/paraglide/',
		'tests/artefacts/',
		'test-results/',
		'src/messages/'
	]),
	js.configs.recommended,
	ts.configs.strictTypeChecked,
	svelte.configs.recommended,
	prettier,
	svelte.configs.prettier,
	{
		languageOptions: {
			globals: { ...globals.browser, ...globals.node },
			parserOptions: {
				// Neither belongs to the program of pages: one runs in Node alone, the other in a service worker.
				projectService: {
					allowDefaultProject: ['vitest.config.ts', 'src/service-worker.ts']
				},
				tsconfigRootDir: import.meta.dirname,
				extraFileExtensions: ['.svelte']
			}
		},
		linterOptions: { reportUnusedDisableDirectives: 'error' },
		rules: {
			// TypeScript says it better.
			'no-undef': 'off',
			'@typescript-eslint/restrict-template-expressions': [
				'error',
				{ allowNumber: true, allowBoolean: true }
			],
			'@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
			'@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
			'@typescript-eslint/consistent-type-imports': 'error',
			'@typescript-eslint/switch-exhaustiveness-check': [
				'error',
				{ considerDefaultExhaustiveForUnions: true }
			],
			'max-lines': ['warn', { max: 300, skipBlankLines: true, skipComments: true }]
		}
	},
	{
		files: ['**/*.svelte', '**/*.svelte.ts'],
		languageOptions: { parserOptions: { parser: ts.parser, svelteConfig } }
	},
	{
		// Pure folders: time and randomness are arguments (ARCHITECTURE.md, "Rings").
		files: ['src/{time,deck,compiler,review-log,scheduler,progress,interchange,browse}/**/*.ts'],
		ignores: ['**/*.test.ts'],
		rules: {
			'no-restricted-properties': [
				'error',
				{ object: 'Date', property: 'now', message: 'Pure code takes the instant as an argument.' },
				{ object: 'Math', property: 'random', message: 'Pure code takes randomness as an argument.' },
				{ object: 'performance', property: 'now', message: 'Pure code takes the instant as an argument.' }
			],
			'no-restricted-syntax': [
				'error',
				{
					selector: "NewExpression[callee.name='Date'][arguments.length=0]",
					message: 'Pure code takes the instant as an argument.'
				}
			]
		}
	},
	{
		// Components are handed addresses that the page has resolved.
		files: ['src/ui/**/*.svelte'],
		rules: { 'svelte/no-navigation-without-resolve': 'off' }
	},
	{
		// A link with a query: the rule does not see that its path is resolved.
		files: ['src/routes/**/*.svelte'],
		rules: { 'svelte/no-navigation-without-resolve': ['error', { ignoreLinks: true }] }
	},
	// The service worker's virtual module is known to the build alone.
	{
		files: ['**/*.js', '**/*.mjs', '**/*.cjs', 'src/service-worker.ts'],
		extends: [ts.configs.disableTypeChecked]
	}
);
