import { createContext } from 'svelte';
import { isLocale, localStorageKey, overwriteGetLocale, setLocale, type Locale } from '#paraglide/runtime.js';
import { preferredLocale } from './preferred-locale.ts';

export const themes = ['system', 'light', 'dark'] as const;
export type Theme = (typeof themes)[number];

const themeKey = 'deckhand.theme';
/** The page's `lang`: picks Taiwan's glyphs and punctuation for Chinese. */
const pageLanguages: Readonly<Record<Locale, string>> = { en: 'en', 'zh-Hant': 'zh-Hant-TW' };

/** Language and theme of this device: kept where they can be read before anything is painted. */
export class Appearance {
	#locale = $state<Locale>(storedLocale() ?? preferredLocale(navigator.languages));
	#theme = $state<Theme>(storedTheme());

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

	get theme(): Theme {
		return this.#theme;
	}

	set theme(theme: Theme) {
		this.#theme = theme;
		localStorage.setItem(themeKey, theme);
		this.#apply();
	}

	#apply() {
		const root = document.documentElement;
		root.lang = pageLanguages[this.#locale];
		if (this.#theme === 'system') delete root.dataset['theme'];
		else root.dataset['theme'] = this.#theme;
	}
}

export const [getAppearance, setAppearance] = createContext<Appearance>();

function storedLocale(): Locale | undefined {
	const stored = localStorage.getItem(localStorageKey);
	return isLocale(stored) ? stored : undefined;
}

function storedTheme(): Theme {
	const stored = localStorage.getItem(themeKey);
	return themes.find((theme) => theme === stored) ?? 'system';
}
