/** What a single key can do while reviewing. Persisted: never rename one. */
export const keyActions = [
	'show',
	'again',
	'hard',
	'good',
	'easy',
	'undo',
	'hint',
	'skip',
	'edit',
	'flag',
	'bury',
	'suspend',
	'info'
] as const;
export type KeyAction = (typeof keyActions)[number];
export type Keys = Readonly<Record<KeyAction, string>>;

/** `KeyboardEvent.key`, letters in lower case; '' where the action has none. */
export const defaultKeys: Keys = {
	show: ' ',
	again: '1',
	hard: '2',
	good: '3',
	easy: '4',
	undo: 'u',
	hint: 'h',
	skip: 'n',
	edit: 'e',
	flag: 'f',
	bury: 'b',
	suspend: 's',
	info: 'i'
};

interface StoredOptions {
	readonly isTwoButtons: boolean;
	readonly areIntervalsHidden: boolean;
	readonly isLeftHanded: boolean;
	readonly isSwipeOn: boolean;
	readonly isVibrationOn: boolean;
	readonly isCodeWrapped: boolean;
	readonly areKeysOff: boolean;
	readonly keys: Keys;
}

const defaults: StoredOptions = {
	isTwoButtons: false,
	areIntervalsHidden: false,
	isLeftHanded: false,
	isSwipeOn: false,
	isVibrationOn: false,
	isCodeWrapped: false,
	areKeysOff: false,
	keys: defaultKeys
};

const storageKey = 'deckhand.review';

/** How reviewing feels on this device: a matter of its screen and its person's hand, so it stays here. */
export class ReviewOptions {
	#stored: StoredOptions = $state.raw(readStored());

	get current(): StoredOptions {
		return this.#stored;
	}

	change(changes: Partial<StoredOptions>): void {
		this.#stored = { ...this.#stored, ...changes };
		localStorage.setItem(storageKey, JSON.stringify(this.#stored));
	}

	/** A key does one thing: the action that had it loses it. */
	setKey(action: KeyAction, key: string): void {
		const kept = keyActions.map((other) => [
			other,
			this.#stored.keys[other] === key ? '' : this.#stored.keys[other]
		]);
		this.change({ keys: { ...(Object.fromEntries(kept) as unknown as Keys), [action]: key } });
	}
}

/** What makes no sense is passed over. */
function readStored(): StoredOptions {
	const stored = parse(localStorage.getItem(storageKey));
	const isOn = (name: Exclude<keyof StoredOptions, 'keys'>) => stored[name] === true;
	const keys = (stored['keys'] ?? {}) as Readonly<Record<string, unknown>>;
	const keyOf = (action: KeyAction) => {
		const key = keys[action];
		return typeof key === 'string' ? key : defaultKeys[action];
	};
	return {
		...defaults,
		isTwoButtons: isOn('isTwoButtons'),
		areIntervalsHidden: isOn('areIntervalsHidden'),
		isLeftHanded: isOn('isLeftHanded'),
		isSwipeOn: isOn('isSwipeOn'),
		isVibrationOn: isOn('isVibrationOn'),
		isCodeWrapped: isOn('isCodeWrapped'),
		areKeysOff: isOn('areKeysOff'),
		keys: Object.fromEntries(keyActions.map((action) => [action, keyOf(action)])) as unknown as Keys
	};
}

function parse(text: string | null): Readonly<Record<string, unknown>> {
	try {
		const value: unknown = JSON.parse(text ?? '{}');
		return typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>) : {};
	} catch {
		// Written by nobody of ours: the defaults are as good as any.
		return {};
	}
}
