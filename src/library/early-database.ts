/** A database whose opening began before the app's code was there: the script in `src/app.html`. */
interface EarlyDatabase {
	readonly name: string;
	/** As it is stored. */
	readonly version: number;
	/** Undefined where it is not there in that version, or could not be opened. Never rejects. */
	readonly opened: Promise<IDBDatabase | undefined>;
}

/** That database, once: whoever takes it closes it. Undefined where none of that name and version was opened early. */
export async function takeEarlyDatabase(name: string, version: number): Promise<IDBDatabase | undefined> {
	const holder = globalThis as { earlyDatabase?: EarlyDatabase | undefined };
	const early = holder.earlyDatabase;
	if (early === undefined) return undefined;
	holder.earlyDatabase = undefined;
	const database = await early.opened;
	if (early.name === name && early.version === version) return database;
	database?.close();
	return undefined;
}
