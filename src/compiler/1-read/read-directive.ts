/** What a comment asks of the block after it. */
export type Directive = 'skip' | 'card' | 'reverse' | 'steps';

/** `<!-- deckhand: skip -->` (`srs:` is understood too); undefined for any other comment. */
export function readDirective(comment: string): Directive | undefined {
	const found = /^\s*<!--\s*(?:deckhand|srs)\s*:\s*(skip|off|card|reverse|steps)\s*-->/i.exec(comment)?.[1];
	return found === undefined ? undefined : directives[found.toLowerCase()];
}

const directives: Readonly<Record<string, Directive>> = {
	skip: 'skip',
	off: 'skip',
	card: 'card',
	reverse: 'reverse',
	steps: 'steps'
};
