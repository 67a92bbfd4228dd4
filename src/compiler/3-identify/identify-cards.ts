import type { Identities } from '#deck/identity.ts';
import type { CardId } from '#deck/ids.ts';
import type { CardDraft } from '../2-extract/card-draft.ts';
import { fingerprint } from './fingerprint.ts';

/** Phase 3: every draft gets its id. */
export function identifyCards(
	drafts: readonly CardDraft[],
	known: Identities | undefined,
	mintCardId: (() => CardId) | undefined
): { readonly ids: ReadonlyMap<CardDraft, CardId>; readonly identities: Identities } {
	const ids = new Map<CardDraft, CardId>();
	const seen = new Map<string, number>();
	for (const draft of drafts) {
		const text = [draft.kind, ...draft.path, draft.front.text, draft.back.text].join('\n');
		const count = seen.get(text) ?? 0;
		seen.set(text, count + 1);
		ids.set(draft, mintCardId?.() ?? (fingerprint(`${text}\n${count}`) as CardId));
	}
	return { ids, identities: known ?? { version: 1, rows: [] } };
}
