import { m } from '#paraglide/messages.js';
import type { CardState } from '#scheduler/card-state.ts';

export function stateName(state: CardState['kind']): string {
	switch (state) {
		case 'new':
			return m.browse_state_new();
		case 'learning':
			return m.browse_state_learning();
		case 'relearning':
			return m.browse_state_relearning();
		case 'review':
			return m.browse_state_review();
	}
}
