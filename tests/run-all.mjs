/**
 * `npm test`: everything, in the order in which a failure is cheapest to meet. Finds a browser, or installs one where
 * it can; ends with one line that counts what passed and what failed.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensureBrowser } from './browser/ensure-browser.mjs';

const reports = mkdtempSync(join(tmpdir(), 'deckhand-tests-'));
const browser = ensureBrowser();
process.env.DECKHAND_BROWSER = browser;

const total = { passed: 0, failed: 0, skipped: 0 };
let isBroken = false;

runStep('unit and property tests', 'vitest', [
	'run',
	'--reporter=default',
	'--reporter=json',
	`--outputFile.json=${join(reports, 'unit.json')}`
]);
count('unit.json', (report) => ({
	passed: report.numPassedTests,
	failed: report.numFailedTests,
	skipped: report.numPendingTests
}));

// Browser tests drive what a user gets: the built app.
if (runStep('build', 'vite', ['build'])) {
	process.env.PLAYWRIGHT_JSON_OUTPUT_NAME = join(reports, 'e2e.json');
	runStep('browser tests', 'playwright', [
		'test',
		'--config',
		'tests/e2e/playwright.config.ts',
		'--reporter=list,json'
	]);
	count('e2e.json', ({ stats }) => {
		if (stats.flaky > 0)
			console.log(`\n${stats.flaky} browser tests passed at the second try only: see "flaky" above`);
		return { passed: stats.expected + stats.flaky, failed: stats.unexpected, skipped: stats.skipped };
	});
}

rmSync(reports, { recursive: true, force: true });
if (isBroken && total.failed === 0) total.failed = 1;
console.log(`\n${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped`);
process.exit(total.failed === 0 ? 0 : 1);

/** @param {string} title @param {string} command a program of node_modules/.bin @param {string[]} args */
function runStep(title, command, args) {
	console.log(`\n=== ${title}`);
	const { status } = spawnSync(join('node_modules', '.bin', command), args, {
		stdio: ['ignore', 'inherit', 'inherit']
	});
	if (status !== 0) {
		isBroken = true;
		console.error(`=== ${title}: failed (${command} ended with ${status})`);
	}
	return status === 0;
}

/** @param {string} file @param {(report: any) => {passed: number, failed: number, skipped: number}} countsOf */
function count(file, countsOf) {
	const counts = countsOf(JSON.parse(readFileSync(join(reports, file), 'utf8')));
	total.passed += counts.passed;
	total.failed += counts.failed;
	total.skipped += counts.skipped;
}
