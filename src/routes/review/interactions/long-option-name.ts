/** Short options whose long name begins with another letter, or where several would do. */
const known: Readonly<Record<string, Readonly<Record<string, string>>>> = {
	docker: {
		'-a': '--all',
		'-c': '--change',
		'-d': '--detach',
		'-e': '--env',
		'-f': '--file',
		'-i': '--interactive',
		'-l': '--label',
		'-m': '--memory',
		'-n': '--tail',
		'-o': '--output',
		'-p': '--publish',
		'-P': '--publish-all',
		'-q': '--quiet',
		'-t': '--tty',
		'-u': '--user',
		'-v': '--volume',
		'-w': '--workdir'
	},
	git: { '-m': '--message', '-b': '--branch', '-u': '--set-upstream', '-n': '--dry-run', '-x': '--exclude' },
	kubectl: {
		'-n': '--namespace',
		'-f': '--filename',
		'-l': '--selector',
		'-o': '--output',
		'-A': '--all-namespaces'
	},
	curl: {
		'-X': '--request',
		'-H': '--header',
		'-L': '--location',
		'-o': '--output',
		'-d': '--data',
		'-k': '--insecure'
	},
	tar: { '-x': '--extract', '-c': '--create', '-z': '--gzip', '-f': '--file', '-v': '--verbose' }
};

/**
 * The long name of a short option (`-v` is `--volume` for docker), among those that were written: by the program's table,
 * or because it begins with the letter (`-f` is `--filter` where that is the one written). Undefined where none is.
 */
export function longOptionName(
	program: string,
	short: string,
	written: readonly string[]
): string | undefined {
	const name = known[program]?.[short];
	if (name !== undefined && written.includes(name)) return name;
	const initial = short.slice(1).toLowerCase();
	const fitting = new Set(written.filter((long) => long.slice(2, 3).toLowerCase() === initial));
	return fitting.size === 1 ? [...fitting][0] : undefined;
}
