/** Of the tables, as Dexie counts: the newest `version(n)` of `LibraryDatabase`. */
export const databaseVersion = 4;

/** Dexie keeps room between two versions. */
export const storedVersion = (version: number): number => version * 10;
