import type { DeckId } from '#deck/ids.ts';
import type { SettingValue } from '#review-log/log-event.ts';

/** A set of options with a name, that several decks may share. Its options are read by `readNamedPreset`. */
export interface NamedPreset {
	readonly id: PresetId;
	readonly name: string;
}

export type PresetId = string & { readonly _: 'PresetId' };

type Settings = ReadonlyMap<string, SettingValue>;

/**
 * All presets there are, by name. A preset is a setting of its own, so two devices that make one each have both, and of two
 * that name one, or take it away, the later in the log is right.
 */
export function namedPresets(settings: Settings): readonly NamedPreset[] {
	const presets = [...settings].flatMap(([key, value]) => {
		const id = /^preset\.([^.]+)$/.exec(key)?.[1];
		const name = nameIn(value);
		return id === undefined || name === undefined ? [] : [{ id: id as PresetId, name }];
	});
	return presets.sort((a, b) => compare(a.name, b.name) || compare(a.id, b.id));
}

/** The preset that a deck uses; undefined where it uses none, or one that was taken away. */
export function presetOfDeck(settings: Settings, deckId: DeckId): NamedPreset | undefined {
	const id = settings.get(deckPresetKey(deckId));
	if (typeof id !== 'string') return undefined;
	const name = nameIn(settings.get(namedPresetKey(id as PresetId)));
	return name === undefined ? undefined : { id: id as PresetId, name };
}

/** Its value: `{ name }`; null takes the preset away, and its decks go back to the options for all decks. */
export const namedPresetKey = (id: PresetId): string => `preset.${id}`;
/** Its value: the id of a preset, or null. */
export const deckPresetKey = (deckId: DeckId): string => `deck.${deckId}.preset`;

/** Names are for people: whatever makes no sense (another version wrote it) is no preset. */
function nameIn(value: SettingValue | undefined): string | undefined {
	if (value === null || typeof value !== 'object' || Array.isArray(value)) return undefined;
	const { name } = value as { readonly [name: string]: SettingValue };
	return typeof name === 'string' && name.trim() !== '' ? name : undefined;
}

/** The same on every device, whatever its language. */
const compare = (a: string, b: string) => (a < b ? -1 : Number(a > b));
