interface ChosenDeck {
	/** The same files make the same deck again, so that importing an edited note updates it. */
	readonly id: string;
	readonly title: string;
	/** Notes, and the pictures beside them. */
	readonly files: readonly { readonly path: string; readonly file: File }[];
}

const isNote = (path: string) => /\.(?:md|markdown|txt)$/i.test(path);
/** Notes show them; which are really pictures is found by their bytes. */
const isPicture = (path: string) => /\.(?:png|jpe?g|gif|webp|avif|svg)$/i.test(path);
const isHidden = (path: string) => /(?:^|\/)\./.test(path);

/** The deck that chosen files become: one folder, one file, or several files together; undefined without a note. */
export function deckOfFiles(chosen: readonly File[]): ChosenDeck | undefined {
	const files = chosen
		.map((file) => ({ path: file.webkitRelativePath || file.name, file }))
		.filter(({ path }) => !isHidden(path) && (isNote(path) || isPicture(path)));
	const first = files.find(({ path }) => isNote(path));
	if (first === undefined) return undefined;
	const folder = first.file.webkitRelativePath.split('/', 1)[0] ?? '';
	const name = folder || first.file.name.replace(/\.[^.]+$/, '');
	// Paths are relative to the chosen folder, so that renaming it renames the deck alone.
	const paths = files.map(({ path, file }) => ({
		path: folder ? path.slice(folder.length + 1) : path,
		file
	}));
	return { id: `notes-${name}`, title: name, files: paths };
}
