import type { Component } from 'svelte';
import type { Card, CardKind } from '#deck/card.ts';
import type { Rating } from '#review-log/log-event.ts';
import type { AssetUrls } from '../../asset-urls.ts';

/** What each interaction is handed. It only suggests a rating: the person decides, and "Show answer" always works. */
export interface InteractionProps {
	readonly card: Card;
	readonly isAnswerShown: boolean;
	readonly assetUrl: AssetUrls;
	/** The faces as they stand on the screen; the answer once it is shown. */
	readonly question: HTMLElement | undefined;
	readonly answer: HTMLElement | undefined;
	/** What was done so far, in the interaction's own words; '' at first. It outlives the page. */
	readonly draft: string;
	readonly ondraft: (draft: string) => void;
	readonly onsuggest: (rating: Rating | undefined) => void;
	readonly onshow: () => void;
}

export type Interaction = Component<InteractionProps>;

type Load = () => Promise<{ readonly default: Interaction }>;

const interactions: Partial<Record<CardKind, Load>> = {
	list: () => import('./ListRecall.svelte'),
	steps: () => import('./StepsRecall.svelte'),
	compare: () => import('./CompareSides.svelte'),
	cloze: () => import('./ClozeBlank.svelte'),
	command: () => import('./CommandEntry.svelte'),
	choice: () => import('./ChoiceOptions.svelte'),
	image: () => import('./PictureRecall.svelte')
};

/** Once the first card is on the screen: so that no later one waits for its kind's code. A failure shows when it is needed. */
export async function prefetchInteractions(): Promise<void> {
	// One after another: what is parsed at once keeps a tap waiting.
	for (const load of Object.values(interactions)) await load().catch(() => undefined);
}

/** Loaded when the first card of its kind comes; undefined where question and answer are all there is. */
export function loadInteraction({ kind, parts }: Pick<Card, 'kind' | 'parts'>): Load | undefined {
	const needsParts = kind !== 'cloze' && kind !== 'image';
	return needsParts && parts?.kind !== kind ? undefined : interactions[kind];
}
