import Dexie, { type Table } from 'dexie';
import { mount } from 'svelte';
import { fsrs } from 'ts-fsrs';
import Floor from './Floor.svelte';

/** The least that such an app can do: open a database, read a row, show it; with the same libraries aboard. */
const database = new Dexie('floor') as Dexie & { rows: Table<{ id: number; text: string }> };
database.version(1).stores({ rows: 'id' });
if ((await database.rows.get(1)) === undefined) await database.rows.add({ id: 1, text: 'one row' });
const row = await database.rows.get(1);
mount(Floor, { target: document.body, props: { text: row?.text ?? '' } });
document.body.dataset['parameters'] = String(fsrs().parameters.w.length);

await navigator.serviceWorker.register('/service-worker.js');
if (navigator.serviceWorker.controller === null) {
	await new Promise((controlled) =>
		navigator.serviceWorker.addEventListener('controllerchange', controlled, { once: true })
	);
}
// What was loaded before the worker was there is asked for once more, so that it is kept.
const loaded = performance.getEntriesByType('resource').map(({ name }) => name);
await Promise.all(['/', ...loaded].map((url) => fetch(url)));
document.body.dataset['kept'] = '';
