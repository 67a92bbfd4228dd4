import type { Transaction } from 'dexie';
import type { CardId } from '#deck/ids.ts';
import { toStoredHomes } from './homes.ts';
import type { Holder, UnsettledRow } from './library-database.ts';
import { slotsToText } from './slot-text.ts';
import type { Slot, StoredStates } from './states-page.ts';

/**
 * The places of cards become JSON and their records shorter; events that wait to be computed get a key by which those of one page are read together.
 */
export async function upgradeToVersion2(transaction: Transaction): Promise<void> {
	const homes = (await transaction.table('homes').toArray()) as readonly FormerHomes[];
	await transaction.table('homes').bulkPut(homes.map(toStoredHomes));
	await transaction
		.table<StoredStates>('states')
		.toCollection()
		.modify((row: { slots: string }) => {
			row.slots = slotsToText(JSON.parse(row.slots) as readonly Slot[]);
		});
	const pending = (await transaction.table('pending').toArray()) as readonly FormerPending[];
	await transaction.table('unsettled').bulkPut(pending.map(({ seq, ...row }) => ({ ...row, piece: -seq })));
}

interface FormerHomes {
	readonly bucket: number;
	readonly holders: ReadonlyMap<CardId, readonly Holder[]>;
}

/** Numbered from 1: as pieces below 0 they are apart from all that comes later. */
interface FormerPending extends Omit<UnsettledRow, 'piece'> {
	readonly seq: number;
}
