import { createContext } from 'svelte';
import { isLocale, localStorageKey, overwriteGetLocale, setLocale, type Locale } from '#paraglide/runtime.js';
import { preferredLocale } from './preferred-locale.ts';

/**
 * What a person can choose of how the app looks and sounds on this device, the default first. Names and values are
 * persisted (`deckhand.NAME`), and are what `app.css` knows (`data-NAME`): never rename one.
 */
export const looks = {
	theme: ['system', 'light', 'dark'],
	text: ['normal', 'small', 'large', 'largest'],
	spacing: ['normal', 'wide'],
	contrast: ['system', 'high'],
	motion: ['system', 'none', 'full'],
	speech: ['off', 'button', 'automatic']
} as const;
export type LookName = keyof typeof looks;
export type Look<Name extends LookName> = (typeof looks)[Name][number];
type Looks = { readonly [Name in LookName]: Look<Name> };

/** The page's `lang`: picks Taiwan's glyphs and punctuation for Chinese. */
const pageLanguages: Readonly<Record<Locale, string>> = { en: 'en', 'zh-Hant': 'zh-Hant-TW' };

/** Language and look of this device: kept where they can be read before anything is painted. */
export class Appearance {
	#locale = $state<Locale>(startLocale());
	#looks = $state.raw<Looks>(storedLooks());

	constructor() {
		// Every message reads the locale through this, so a change of language redraws what is on the screen.
		overwriteGetLocale(() => this.#locale);
		this.#apply();
	}

	get locale(): Locale {
		return this.#locale;
	}

	set locale(locale: string) {
		if (!isLocale(locale)) return;
		void setLocale(locale, { reload: false });
		this.#locale = locale;
		this.#apply();
	}

	look<Name extends LookName>(name: Name): Looks[Name] {
		return this.#looks[name];
	}

	/** A value that is none of the look's is passed over. */
	choose(name: LookName, value: string): void {
		if (!(looks[name] as readonly string[]).includes(value)) return;
		localStorage.setItem(keyOf(name), value);
		this.#looks = storedLooks();
		this.#apply();
	}

	#apply() {
		const root = document.documentElement;
		root.lang = pageLanguages[this.#locale];
		for (const name of lookNames) {
			const value = this.#looks[name];
			if (value === looks[name][0]) root.removeAttribute(`data-${name}`);
			else root.setAttribute(`data-${name}`, value);
		}
	}
}

export const [getAppearance, setAppearance] = createContext<Appearance>();

export const lookNames = Object.keys(looks) as readonly LookName[];

const keyOf = (name: LookName) => `deckhand.${name}`;

/** Of the interface, before anybody chooses another one. */
export const startLocale = (): Locale => storedLocale() ?? preferredLocale(navigator.languages);

function storedLocale(): Locale | undefined {
	const stored = localStorage.getItem(localStorageKey);
	return isLocale(stored) ? stored : undefined;
}

function storedLooks(): Looks {
	const entries = lookNames.map((name) => {
		const stored = localStorage.getItem(keyOf(name));
		return [name, looks[name].find((value) => value === stored) ?? looks[name][0]];
	});
	return Object.fromEntries(entries) as Looks;
}
