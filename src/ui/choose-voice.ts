interface Voice {
	readonly lang: string;
	readonly default: boolean;
	/** On the device; others send what they read to a server. */
	readonly localService: boolean;
}

/**
 * The voice of this device that fits a language best: its region before another, the person's default before others. Only
 * voices on the device: a card's text goes to nobody.
 */
export function chooseVoice<Known extends Voice>(voices: readonly Known[], lang: string): Known | undefined {
	const [language, region] = partsOf(lang);
	const fitting = voices.filter((voice) => voice.localService && partsOf(voice.lang)[0] === language);
	const rank = (voice: Known) => (partsOf(voice.lang)[1] === region ? 2 : 0) + (voice.default ? 1 : 0);
	return fitting.toSorted((a, b) => rank(b) - rank(a))[0];
}

/** `zh-Hant`, `zh_TW` and `cmn-Hant-TW` are all Taiwan's Chinese. */
function partsOf(lang: string): readonly [language: string, region: string] {
	const [first = '', ...rest] = lang.replaceAll('_', '-').split('-');
	const language = first.toLowerCase() === 'cmn' ? 'zh' : first.toLowerCase();
	const region = rest.find((part) => /^([a-z]{2}|\d{3})$/i.test(part))?.toUpperCase();
	const script = rest.find((part) => /^hans?t?$/i.test(part))?.toLowerCase();
	const fallback = language === 'zh' ? (script === 'hans' ? 'CN' : 'TW') : '';
	return [language, region ?? fallback];
}
