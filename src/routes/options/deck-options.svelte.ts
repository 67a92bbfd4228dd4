import type { DeckId } from '#deck/ids.ts';
import { m } from '#paraglide/messages.js';
import type { LogEvent, SettingValue } from '#review-log/log-event.ts';
import { readAppSettings } from '#scheduler/app-settings.ts';
import { momentNow } from '#scheduler/moment.ts';
import { defaultPreset, type Preset } from '#scheduler/preset.ts';
import { deckOptionKey, presetOptionKey, readPreset } from '#scheduler/read-preset.ts';
import { undoEvents } from '#session/act-on-cards.ts';
import { changeSettings } from '#session/change-settings.ts';
import { todayOnly, todayOnlyKey } from '#session/today-only.ts';
import type { App } from '../app.ts';
import { problemOf } from '../problem-of.ts';

type Settings = ReadonlyMap<string, SettingValue>;

/** Limits of one deck for this study day. */
export type TodayOnly = ReturnType<typeof todayOnly>;

/** The options of one deck, or of all decks that have none of their own: each is kept at once, and can be undone. */
export class DeckOptions {
	/** What happened last, for the person. */
	said = $state('');
	/** Why the last change was not kept. */
	problem = $state<string>();
	readonly deckId: DeckId | undefined;
	readonly #app: App;
	#settings: Settings;
	#changes: readonly (readonly LogEvent[])[] = $state.raw([]);

	/** Rejects with a `LibraryError`. */
	static async open(app: App, deckId: DeckId | undefined): Promise<DeckOptions> {
		return new DeckOptions(app, deckId, await app.library.settings());
	}

	private constructor(app: App, deckId: DeckId | undefined, settings: Settings) {
		this.#app = app;
		this.deckId = deckId;
		this.#settings = $state.raw(settings);
	}

	/** In force. */
	get preset(): Preset {
		return readPreset(this.#settings, this.deckId);
	}

	/** What would be in force without options of its own. */
	get inherited(): Preset {
		return this.deckId === undefined ? defaultPreset : readPreset(this.#settings);
	}

	get today(): TodayOnly {
		return this.deckId === undefined ? {} : todayOnly(this.#settings, this.deckId, this.#day);
	}

	get canUndo(): boolean {
		return this.#changes.length > 0;
	}

	isOwn(name: keyof Preset): boolean {
		return (this.#settings.get(this.#key(name)) ?? null) !== null;
	}

	set = (name: keyof Preset, value: SettingValue): Promise<void> => this.#keep(this.#key(name), value);

	/** Back to what is inherited. */
	reset = (name: keyof Preset): Promise<void> => this.#keep(this.#key(name), null);

	setToday = (limits: TodayOnly): Promise<void> =>
		this.deckId === undefined
			? Promise.resolve()
			: this.#keep(todayOnlyKey(this.deckId), { ...limits, day: this.#day });

	undo = (): Promise<void> => {
		const last = this.#changes.at(-1);
		return last === undefined
			? Promise.resolve()
			: this.#write(async () => {
					await undoEvents(this.#app, last);
					this.#changes = this.#changes.slice(0, -1);
					return m.undone();
				});
	};

	get #day() {
		return momentNow(this.#app.clock, readAppSettings(this.#settings).rolloverHour).day;
	}

	#key(name: keyof Preset): string {
		return this.deckId === undefined ? presetOptionKey(name) : deckOptionKey(this.deckId, name);
	}

	#keep(key: string, value: SettingValue): Promise<void> {
		return this.#write(async () => {
			const events = await changeSettings(this.#app, { [key]: value });
			this.#changes = [...this.#changes, events];
			return m.saved();
		});
	}

	async #write(action: () => Promise<string>): Promise<void> {
		this.said = '';
		this.problem = undefined;
		try {
			const said = await action();
			this.#settings = await this.#app.library.settings();
			this.said = said;
		} catch (error) {
			this.problem = m.settings_not_saved({ reason: problemOf(error) });
		}
	}
}
