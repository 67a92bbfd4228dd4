import type { CardKind } from '#deck/card.ts';
import { m } from '#paraglide/messages.js';

export function kindName(kind: CardKind): string {
	switch (kind) {
		case 'basic':
			return m.kind_basic();
		case 'reverse':
			return m.kind_reverse();
		case 'cloze':
			return m.kind_cloze();
		case 'list':
			return m.kind_list();
		case 'steps':
			return m.kind_steps();
		case 'compare':
			return m.kind_compare();
		case 'command':
			return m.kind_command();
		case 'choice':
			return m.kind_choice();
		case 'image':
			return m.kind_image();
	}
}
