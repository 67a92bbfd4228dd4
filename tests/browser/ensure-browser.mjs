import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

const names = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome', 'chrome'];
const applications = [
	'/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
	'/Applications/Chromium.app/Contents/MacOS/Chromium'
];

/**
 * Path of a Chromium or Chrome, with fonts for Chinese where that can be asked. On Debian and Ubuntu what is missing is
 * installed; elsewhere, says exactly what to install and ends the process.
 * @returns {string}
 */
export function ensureBrowser() {
	const missing = [findBrowser() ? '' : 'chromium', hasChineseFonts() ? '' : 'fonts-noto-cjk'].filter(
		Boolean
	);
	if (missing.length > 0 && existsSync('/usr/bin/apt-get')) installDebianPackages(missing);
	const browser = findBrowser();
	if (browser) return browser;
	console.error(
		'The browser tests need Chromium or Google Chrome, and none was found.\n' +
			'  Debian, Ubuntu:  sudo apt-get install chromium fonts-noto-cjk\n' +
			'  macOS:           brew install --cask google-chrome   (or install Chrome by hand)\n' +
			'  elsewhere:       set DECKHAND_BROWSER to the path of the program'
	);
	return process.exit(1);
}

function findBrowser() {
	if (process.env.DECKHAND_BROWSER) return process.env.DECKHAND_BROWSER;
	const folders = (process.env.PATH ?? '').split(delimiter);
	const candidates = [
		...names.flatMap((name) => folders.map((folder) => join(folder, name))),
		...applications
	];
	return candidates.find((path) => existsSync(path));
}

/** Without them a screenshot shows boxes; no test depends on it, so a machine without fontconfig passes. */
function hasChineseFonts() {
	const { status, stdout } = spawnSync('fc-list', [':lang=zh-tw'], { encoding: 'utf8' });
	return status !== 0 || stdout.trim() !== '';
}

/** @param {string[]} packages */
function installDebianPackages(packages) {
	const isRoot = process.getuid?.() === 0;
	// -n: never ask for a password, there may be nobody to type it.
	const prefix = isRoot ? [] : ['sudo', '-n'];
	console.log(`Installing ${packages.join(', ')} …`);
	const wait = ['-o', 'DPkg::Lock::Timeout=300'];
	run([...prefix, 'apt-get', ...wait, 'update', '-q']);
	run([...prefix, 'apt-get', ...wait, 'install', '-y', '-q', '--no-install-recommends', ...packages]);
}

/** @param {string[]} words */
function run([command = '', ...args]) {
	const { status } = spawnSync(command, args, {
		stdio: ['ignore', 'inherit', 'inherit'],
		env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
	});
	if (status !== 0) console.error(`${[command, ...args].join(' ')} ended with ${status}`);
}
