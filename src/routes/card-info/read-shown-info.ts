import { readCardInfo, type CardInfo } from '#session/read-card-info.ts';
import type { App } from '../app.ts';
import { forgettingCurve, type ForgettingCurve } from './forgetting-curve.ts';

/** All that is shown of a card. */
export interface ShownInfo {
	readonly info: CardInfo;
	/** Absent without a memory yet. */
	readonly curve: ForgettingCurve | undefined;
}

type Place = Parameters<typeof readCardInfo>[1];

/** Undefined where no deck holds the card. Rejects with a `LibraryError`. */
export async function readShownInfo(app: App, place: Place): Promise<ShownInfo | undefined> {
	const scheduler = await app.scheduler();
	const info = await readCardInfo({ ...app, scheduler }, place);
	return info && { info, curve: forgettingCurve(scheduler, info, app.clock.now()) };
}
