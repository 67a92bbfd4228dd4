/**
 * Who may import whom. Three rings, and the inner never imports the outer:
 * pure (time, deck, compiler, review-log, scheduler, progress, interchange, browse)
 *   < effects (library, sync, compiler-hosts, replay, session, backup) < app (ui, routes).
 * Each rule says why, and what to do instead.
 */
const pure = '^src/(time|deck|compiler|review-log|scheduler|progress|interchange|browse)/';
const effects = '^src/(library|sync|compiler-hosts|replay|session|backup)/';
const app = '^src/(ui|routes|paraglide|messages)/';
const test = '\\.(test|conformance)\\.ts$';

/** @param {string} folder @param {string[]} may */
const mayImportOnly = (folder, may) => ({
	name: `${folder}-imports`,
	severity: /** @type {const} */ ('error'),
	comment: `${folder}/ may import ${may.join(', ') || 'nothing'} of ours. Hand it what else it needs as an argument.`,
	from: { path: `^src/${folder}/`, pathNot: test },
	to: { path: '^src/', pathNot: `^src/(${[folder, ...may].join('|')})/` }
});

module.exports = {
	forbidden: [
		{
			name: 'no-cycles',
			severity: 'error',
			comment: 'A cycle means that two files are one. Move what both need into a third.',
			from: {},
			to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } }
		},
		{
			name: 'pure-stays-pure',
			severity: 'error',
			comment:
				'Pure folders run anywhere: worker, Node, test. They take time, randomness and storage as arguments.',
			from: { path: pure, pathNot: test },
			to: { path: `${effects}|${app}|^src/service-worker|^(\\$app|\\$service-worker)|^node:|svelte|dexie` }
		},
		{
			name: 'no-node-in-pure',
			severity: 'error',
			comment: 'Pure folders run in the browser too. Read the file in a host, hand over its text.',
			from: { path: pure, pathNot: test },
			to: { dependencyTypes: ['core'] }
		},
		{
			name: 'effects-know-no-app',
			severity: 'error',
			comment: 'A page makes the library and the session and hands them down; they know no page.',
			from: { path: effects, pathNot: test },
			to: { path: app }
		},
		{
			name: 'only-library-knows-dexie',
			severity: 'error',
			comment:
				'All storage goes through Library, so that one transaction is one promise. Add a method there.',
			from: { path: '^src/', pathNot: '^src/library/' },
			to: { path: 'node_modules/dexie' }
		},
		{
			name: 'only-scheduler-knows-ts-fsrs',
			severity: 'error',
			comment: 'ts-fsrs counts days its own way; src/scheduler/ wraps what is safe of it.',
			from: { path: '^src/', pathNot: '^src/scheduler/' },
			to: { path: 'node_modules/ts-fsrs' }
		},
		{
			name: 'review-loads-no-markdown-parser',
			severity: 'error',
			comment:
				'Cards are compiled before they are reviewed. Pages reach the compiler through compiler-hosts/worker-client.ts.',
			from: { path: '^src/(ui|routes|session|library)/', pathNot: test },
			to: { path: '^src/compiler/', dependencyTypesNot: ['type-only'] }
		},
		{
			name: 'ui-is-props-only',
			severity: 'error',
			comment: 'Components take what they show as props. Let the page read the library.',
			from: { path: '^src/ui/' },
			to: { path: '^src/(library|session|sync|compiler-hosts|routes)/', dependencyTypesNot: ['type-only'] }
		},
		mayImportOnly('time', []),
		mayImportOnly('deck', []),
		mayImportOnly('compiler', ['deck']),
		mayImportOnly('review-log', ['time', 'deck']),
		mayImportOnly('scheduler', ['time', 'deck', 'review-log']),
		mayImportOnly('progress', ['time', 'deck', 'review-log', 'scheduler']),
		mayImportOnly('interchange', ['time', 'deck', 'review-log', 'scheduler']),
		mayImportOnly('browse', ['time', 'deck', 'review-log', 'scheduler']),
		mayImportOnly('library', ['time', 'deck', 'review-log', 'scheduler']),
		mayImportOnly('session', ['time', 'deck', 'review-log', 'scheduler', 'library']),
		mayImportOnly('backup', ['time', 'deck', 'review-log', 'scheduler', 'interchange', 'library']),
		mayImportOnly('replay', ['time', 'deck', 'review-log', 'scheduler', 'interchange']),
		mayImportOnly('compiler-hosts', ['deck', 'compiler']),
		mayImportOnly('shell', [])
	],
	required: [
		{
			name: 'library-passes-conformance',
			severity: 'error',
			comment: 'Each implementation of Library has a test that runs the one conformance suite.',
			module: { path: '^src/library/(?!verify-)[a-z-]+-library\\.test\\.ts$' },
			to: { path: '^src/library/library\\.conformance\\.ts$' }
		}
	],
	options: {
		doNotFollow: { path: 'node_modules' },
		exclude: { path: '^src/paraglide/messages/|\\.svelte-kit' },
		tsPreCompilationDeps: true,
		tsConfig: { fileName: 'tsconfig.json' },
		enhancedResolveOptions: {
			exportsFields: ['exports'],
			conditionNames: ['svelte', 'browser', 'import', 'default', 'types'],
			extensions: ['.ts', '.svelte', '.js', '.json']
		}
	}
};
