import type { DeckId } from '#deck/ids.ts';
import type { DeckSummary } from '#library/library.ts';
import { m } from '#paraglide/messages.js';
import {
	deckPresetKey,
	namedPresetKey,
	namedPresets,
	presetOfDeck,
	type NamedPreset,
	type PresetId
} from '#scheduler/named-presets.ts';
import type { App } from '../app.ts';
import { SettingChanges } from './setting-changes.svelte.ts';

/** The presets that decks may share: made, named, given to decks and taken away, each step at once and undoable. */
export class PresetList {
	readonly decks: readonly DeckSummary[];
	readonly changes: SettingChanges;
	readonly #app: App;

	/** Rejects with a `LibraryError`. */
	static async open(app: App): Promise<PresetList> {
		const [decks, changes] = await Promise.all([app.library.decks(), SettingChanges.open(app)]);
		return new PresetList(app, decks, changes);
	}

	private constructor(app: App, decks: readonly DeckSummary[], changes: SettingChanges) {
		this.#app = app;
		this.decks = decks;
		this.changes = changes;
	}

	get presets(): readonly NamedPreset[] {
		return namedPresets(this.changes.current);
	}

	isUsedBy(id: PresetId, deckId: DeckId): boolean {
		return presetOfDeck(this.changes.current, deckId)?.id === id;
	}

	/** A name must be one, and no other preset's. */
	isFree(name: string, except?: PresetId): boolean {
		const wanted = name.trim();
		return wanted !== '' && !this.presets.some((preset) => preset.id !== except && preset.name === wanted);
	}

	/** @returns whether it was kept */
	make(name: string): Promise<boolean> {
		const id = Array.from(this.#app.randomBytes(8), (byte) => byte.toString(16).padStart(2, '0')).join('');
		return this.#name(id as PresetId, name, m.presets_made({ name: name.trim() }));
	}

	rename = (id: PresetId, name: string): Promise<boolean> => this.#name(id, name, m.saved());

	remove = ({ id, name }: NamedPreset): Promise<boolean> =>
		this.changes.keep({ [namedPresetKey(id)]: null }, m.presets_deleted({ name }));

	give = (id: PresetId, deckId: DeckId, isUsed: boolean): Promise<boolean> =>
		this.changes.keep({ [deckPresetKey(deckId)]: isUsed ? id : null });

	#name(id: PresetId, name: string, said: string): Promise<boolean> {
		return this.changes.keep({ [namedPresetKey(id)]: { name: name.trim() } }, said);
	}
}
