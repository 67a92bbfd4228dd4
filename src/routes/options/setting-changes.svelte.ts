import { m } from '#paraglide/messages.js';
import type { LogEvent, SettingValue } from '#review-log/log-event.ts';
import { undoEvents } from '#session/act-on-cards.ts';
import { changeSettings } from '#session/change-settings.ts';
import type { App } from '../app.ts';
import { problemOf } from '../problem-of.ts';

export type Settings = ReadonlyMap<string, SettingValue>;

/** Settings as a page changes them: each change is kept at once, said, and can be undone. */
export class SettingChanges {
	/** What happened last, for the person. */
	said = $state('');
	/** Why the last change was not kept. */
	problem = $state<string>();
	readonly #app: App;
	#settings: Settings;
	#changes: readonly (readonly LogEvent[])[] = $state.raw([]);

	/** Rejects with a `LibraryError`. */
	static async open(app: App): Promise<SettingChanges> {
		return new SettingChanges(app, await app.library.settings());
	}

	private constructor(app: App, settings: Settings) {
		this.#app = app;
		this.#settings = $state.raw(settings);
	}

	get current(): Settings {
		return this.#settings;
	}

	get canUndo(): boolean {
		return this.#changes.length > 0;
	}

	/** In one transaction; null takes a setting back. Returns whether it was kept. */
	keep(values: Readonly<Record<string, SettingValue>>, said: string = m.saved()): Promise<boolean> {
		return this.#write(async () => {
			const events = await changeSettings(this.#app, values);
			this.#changes = [...this.#changes, events];
			return said;
		});
	}

	async undo(): Promise<void> {
		const last = this.#changes.at(-1);
		if (last === undefined) return;
		await this.#write(async () => {
			await undoEvents(this.#app, last);
			this.#changes = this.#changes.slice(0, -1);
			return m.undone();
		});
	}

	async #write(action: () => Promise<string>): Promise<boolean> {
		this.said = '';
		this.problem = undefined;
		try {
			const said = await action();
			this.#settings = await this.#app.library.settings();
			this.said = said;
			return true;
		} catch (error) {
			this.problem = m.settings_not_saved({ reason: problemOf(error) });
			return false;
		}
	}
}
