/** How far a person has come with the steps of a card. */
export interface StepsDraft {
	readonly mode: 'idle' | 'reveal' | 'order';
	/** Steps in their places. */
	readonly shown: number;
	/** In order mode every tap, else the steps ticked: by index. */
	readonly taps: readonly number[];
}

const modes = ['idle', 'reveal', 'order'] as const;

/** `order/2/1,0,1` */
export function readSteps(draft: string): StepsDraft {
	const [name, shown, taps = ''] = draft.split('/');
	const mode = modes.find((known) => known === name) ?? 'idle';
	return { mode, shown: Number(shown ?? 0) || 0, taps: taps === '' ? [] : taps.split(',').map(Number) };
}

export const writeSteps = ({ mode, shown, taps }: StepsDraft): string => `${mode}/${shown}/${taps.join()}`;

/** Taps on a step that was not the next one. */
export function wrongTaps({ taps }: StepsDraft, items: readonly string[]): number {
	let next = 0;
	let wrong = 0;
	for (const tap of taps) {
		if (items[tap] === items[next]) next++;
		else wrong++;
	}
	return wrong;
}
