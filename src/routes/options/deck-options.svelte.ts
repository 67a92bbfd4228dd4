import type { DeckId } from '#deck/ids.ts';
import type { SettingValue } from '#review-log/log-event.ts';
import { readAppSettings } from '#scheduler/app-settings.ts';
import { momentNow } from '#scheduler/moment.ts';
import {
	deckPresetKey,
	namedPresets,
	presetOfDeck,
	type NamedPreset,
	type PresetId
} from '#scheduler/named-presets.ts';
import { defaultPreset, type Preset } from '#scheduler/preset.ts';
import {
	deckOptionKey,
	namedOptionKey,
	presetOptionKey,
	readNamedPreset,
	readPreset
} from '#scheduler/read-preset.ts';
import { todayOnly, todayOnlyKey } from '#session/today-only.ts';
import type { App } from '../app.ts';
import { SettingChanges } from './setting-changes.svelte.ts';

/** Limits of one deck for this study day. */
export type TodayOnly = ReturnType<typeof todayOnly>;

/** Whose options: those of one deck, of a preset that decks share, or of all decks that have none of their own. */
export type OptionsOf =
	| { readonly kind: 'deck'; readonly deckId: DeckId }
	| { readonly kind: 'preset'; readonly presetId: PresetId }
	| { readonly kind: 'all' };

/** Options as a page shows and changes them: each is kept at once, and can be undone. */
export class DeckOptions {
	readonly of: OptionsOf;
	readonly #app: App;
	readonly #changes: SettingChanges;

	/** Rejects with a `LibraryError`. */
	static async open(app: App, of: OptionsOf): Promise<DeckOptions> {
		return new DeckOptions(app, of, await SettingChanges.open(app));
	}

	private constructor(app: App, of: OptionsOf, changes: SettingChanges) {
		this.#app = app;
		this.of = of;
		this.#changes = changes;
	}

	get said(): string {
		return this.#changes.said;
	}

	get problem(): string | undefined {
		return this.#changes.problem;
	}

	get canUndo(): boolean {
		return this.#changes.canUndo;
	}

	/** In force. */
	get preset(): Preset {
		const { of } = this;
		if (of.kind === 'preset') return readNamedPreset(this.#settings, of.presetId);
		return readPreset(this.#settings, of.kind === 'deck' ? of.deckId : undefined);
	}

	/** What would be in force without options of its own. */
	get inherited(): Preset {
		if (this.of.kind === 'all') return defaultPreset;
		const { shared } = this;
		return shared === undefined ? readPreset(this.#settings) : readNamedPreset(this.#settings, shared.id);
	}

	/** The preset that the deck uses. */
	get shared(): NamedPreset | undefined {
		return this.of.kind === 'deck' ? presetOfDeck(this.#settings, this.of.deckId) : undefined;
	}

	/** All there are. */
	get presets(): readonly NamedPreset[] {
		return namedPresets(this.#settings);
	}

	get today(): TodayOnly {
		return this.of.kind === 'deck' ? todayOnly(this.#settings, this.of.deckId, this.#day) : {};
	}

	isOwn(name: keyof Preset): boolean {
		return (this.#settings.get(this.#key(name)) ?? null) !== null;
	}

	set = async (name: keyof Preset, value: SettingValue): Promise<void> => {
		await this.#changes.keep({ [this.#key(name)]: value });
	};

	/** Back to what is inherited. */
	reset = (name: keyof Preset): Promise<void> => this.set(name, null);

	/** @param id undefined: none */
	share = async (id: PresetId | undefined): Promise<void> => {
		if (this.of.kind === 'deck') await this.#changes.keep({ [deckPresetKey(this.of.deckId)]: id ?? null });
	};

	setToday = async (limits: TodayOnly): Promise<void> => {
		if (this.of.kind === 'deck')
			await this.#changes.keep({ [todayOnlyKey(this.of.deckId)]: { ...limits, day: this.#day } });
	};

	undo = (): Promise<void> => this.#changes.undo();

	get #settings() {
		return this.#changes.current;
	}

	get #day() {
		return momentNow(this.#app.clock, readAppSettings(this.#settings).rolloverHour).day;
	}

	#key(name: keyof Preset): string {
		const { of } = this;
		switch (of.kind) {
			case 'deck':
				return deckOptionKey(of.deckId, name);
			case 'preset':
				return namedOptionKey(of.presetId, name);
			case 'all':
				return presetOptionKey(name);
		}
	}
}
