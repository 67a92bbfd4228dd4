/**
 * `npm run bench`: the project's figures, each beside its target. `npm run bench -- compile fold` runs some of them.
 * Times differ from machine to machine; the ratios are what to look at.
 */
const benches = {
	compile: async () => (await import('./compile.bench.ts')).benchCompile,
	fold: async () => (await import('./fold.bench.ts')).benchFold,
	queue: async () => (await import('./queue.bench.ts')).benchQueue,
	library: async () => (await import('./library.bench.ts')).benchLibrary,
	browse: async () => (await import('./browse.bench.ts')).benchBrowse,
	notes: async () => (await import('./notes.bench.ts')).benchNotes,
	progress: async () => (await import('./progress.bench.ts')).benchProgress,
	app: async () => (await import('./app.bench.ts')).benchApp
};

export {};

const asked = process.argv.slice(2);
for (const [name, load] of Object.entries(benches)) {
	if (asked.length > 0 && !asked.includes(name)) continue;
	console.log(`\n== ${name}`);
	const bench = await load();
	await bench((line) => console.log(line));
}
