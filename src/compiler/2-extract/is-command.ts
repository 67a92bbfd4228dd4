/** `docker search X`: what is typed into a shell, rather than a name, an option or a value. */
export const isCommand = (code: string): boolean =>
	/^(?:sudo\s+|\$\s+)?[a-z][\w.+/-]*(?:\s+\S+)+$/.test(code.trim()) && !/[:：,]\s|^[a-z]+:\s/.test(code);
