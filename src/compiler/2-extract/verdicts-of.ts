import type { NoteNode } from '../1-read/note-node.ts';
import type { ReadNote } from '../1-read/read-note.ts';
import type { VerdictDraft } from './card-draft.ts';
import type { Claim, Extraction } from './extraction.ts';
import { isBlock } from './member.ts';

/**
 * A verdict for every block of a note, in order: its own claim, or that of the nearest block around it. Paragraphs that
 * a bullet begins with are the bullet.
 */
export function verdictsOf(note: ReadNote, { claims, carvedCards }: Extraction): VerdictDraft[] {
	const verdicts: VerdictDraft[] = [];
	const visit = (node: NoteNode, around: Claim, parent: NoteNode): void => {
		const claim = claims.get(node) ?? claimOfOnlyBlock(node, claims) ?? around;
		if (hasVerdict(node, parent)) {
			const source = { file: note.file, line: node.line, endLine: node.endLine };
			const { verdict, reason, cards } = ownOf(node, claim);
			verdicts.push({ source, block: node.kind === 'list' ? 'item' : node.kind, verdict, reason, cards });
		}
		if (!('children' in node) || node.children.length === 0) return;
		const passedOn = inherited(claim);
		for (const child of node.children) visit(child, passedOn, node);
	};
	for (const node of note.root.children) visit(node, loose, note.root);
	for (const [{ line, endLine }, cards] of carvedCards) {
		const source = { file: note.file, line, endLine };
		verdicts.push({ source, block: 'paragraph', verdict: 'card', reason: 'marked', cards });
	}
	return verdicts.sort((a, b) => a.source.line - b.source.line);
}

/** `- <details>…`: what became of the bullet is what became of the block in it. */
function claimOfOnlyBlock(node: NoteNode, claims: ReadonlyMap<NoteNode, Claim>): Claim | undefined {
	const block = node.kind === 'item' ? node.children.find(isBlock) : undefined;
	return block === undefined ? undefined : claims.get(block);
}

const loose: Claim = { verdict: 'skipped', reason: 'loose', cards: [] };

/** Parts of what became a card are in that card; parts of a container that nothing took belong to no card. */
function inherited(around: Claim): Claim {
	if (around.verdict === 'container') return loose;
	if (around.verdict !== 'card' || around.reason === 'part-of-card') return around;
	return { verdict: 'card', reason: 'part-of-card', cards: around.cards };
}

function ownOf(node: NoteNode, claim: Claim): Claim {
	if (node.kind === 'html')
		return { verdict: 'skipped', reason: node.text.startsWith('<!--') ? 'comment' : 'html', cards: [] };
	return node.kind === 'rule' ? { verdict: 'skipped', reason: 'rule', cards: [] } : claim;
}

function hasVerdict(node: NoteNode, parent: NoteNode): boolean {
	if (node.kind === 'list') return false;
	return !(node.kind === 'paragraph' && parent.kind === 'item' && parent.children[0] === node);
}
