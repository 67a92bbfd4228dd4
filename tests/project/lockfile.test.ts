import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

interface LockedPackage {
	readonly resolved?: string;
	readonly optionalDependencies?: Readonly<Record<string, string>>;
}

const lock = JSON.parse(readFileSync('package-lock.json', 'utf8')) as {
	readonly packages: Readonly<Record<string, LockedPackage>>;
};

test('the lockfile names no host', () => {
	const hosts = Object.values(lock.packages).flatMap(({ resolved }) => resolved ?? []);
	expect(hosts).toEqual([]);
});

/**
 * Where a registry lacks a package for another platform, `npm install` silently drops its entry, and `npm ci` then
 * refuses the lockfile on every machine.
 */
test('the lockfile has an entry for every optional package, of every platform', () => {
	const missing = Object.entries(lock.packages).flatMap(([at, { optionalDependencies = {} }]) =>
		Object.keys(optionalDependencies).filter(
			(name) => !(`node_modules/${name}` in lock.packages) && !(`${at}/node_modules/${name}` in lock.packages)
		)
	);
	expect(missing).toEqual([]);
});
