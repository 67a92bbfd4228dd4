import type { Token } from 'markdown-it';
import type { Dialect } from '../1-read/detect-dialects.ts';
import type { NoteNode } from '../1-read/note-node.ts';
import type { CarvedNode } from '../1-read/read-note.ts';
import { emptyFace, type Face } from '../4-emit/face.ts';
import type { RenderContext } from '../4-emit/render-context.ts';
import { renderInline } from '../4-emit/render-inline.ts';
import { renderNodes } from '../4-emit/render-nodes.ts';
import type { Verdict } from '../compilation.ts';
import type { DiagnosticCode } from '../diagnostic-catalogue.ts';
import type { CardDraft, OpenDraft } from './card-draft.ts';
import type { Member } from './member.ts';
import type { Phrases } from './phrases.ts';
import { pathWithin, type Unit } from './unit.ts';

/** What is known of a note before its blocks are read. */
export interface NoteFacts {
	readonly file: string;
	readonly lang: string;
	readonly phrases: Phrases;
	readonly granularity: Granularity;
	/** Definitions are asked in both directions. */
	readonly isReversed: boolean;
	readonly tags: readonly string[];
	readonly dialects: ReadonlySet<Dialect>;
	/** Bold words are deletions. */
	readonly hidesBold: boolean;
	/** Titles that stand more than once, in lower case: a front must say which one it means. */
	readonly repeatedTitles: ReadonlySet<string>;
}

/** Which cards a block of several statements gives. */
export type Granularity = 'auto' | 'atoms' | 'blocks' | 'both';

/** Why a point is open. Persisted with the deck: never rename one. */
export type OpenReason = 'todo' | 'no-answer' | 'empty' | 'link-only';

const openCodes = {
	todo: 'open-question',
	'no-answer': 'open-question',
	empty: 'empty-answer',
	'link-only': 'link-only-answer'
} as const satisfies Readonly<Record<OpenReason, DiagnosticCode>>;

export interface Claim {
	readonly verdict: Verdict['verdict'];
	/** Stable code (docs/diagnostics.md, "Verdicts"). */
	readonly reason: string;
	readonly cards: readonly CardDraft[];
}

/** A card as a construct describes it; the rest follows from the unit it stands in. */
export type CardSketch = Pick<CardDraft, 'kind' | 'front' | 'back' | 'key'> &
	Partial<Pick<CardDraft, 'form' | 'parts' | 'path' | 'group' | 'tags'>>;

/** Characters; nobody recalls more at once. */
const longAnswer = 800;

/** What has been found in one note so far. Constructs add to it; nothing is taken back. */
export class Extraction {
	readonly cards: CardDraft[] = [];
	readonly openPoints: OpenDraft[] = [];
	readonly claims = new Map<NoteNode, Claim>();
	readonly carvedCards = new Map<CarvedNode, readonly CardDraft[]>();
	readonly #facts: NoteFacts;
	readonly #context: RenderContext;

	constructor(facts: NoteFacts, context: RenderContext) {
		this.#facts = facts;
		this.#context = context;
	}

	get phrases(): Phrases {
		return this.#facts.phrases;
	}

	get granularity(): Granularity {
		return this.#facts.granularity;
	}

	get isReversed(): boolean {
		return this.#facts.isReversed;
	}

	get dialects(): ReadonlySet<Dialect> {
		return this.#facts.dialects;
	}

	get hidesBold(): boolean {
		return this.#facts.hidesBold;
	}

	/**
	 * Outside details, a note that marks its cards in the way of another program has no others: what it does not mark
	 * is no card.
	 */
	isOnlyMarked(unit: Unit): boolean {
		if (this.dialects.size === 0) return false;
		for (let at: Unit | undefined = unit; at !== undefined; at = at.parent) {
			if (at.kind === 'details') return false;
		}
		return true;
	}

	isRepeated(title: string): boolean {
		return this.#facts.repeatedTitles.has(title.toLowerCase());
	}

	/** Adds a card of a unit that stands at a node. */
	card(sketch: CardSketch, unit: Unit, node: Pick<NoteNode, 'line' | 'endLine'>): CardDraft {
		const { kind, front, back, parts } = sketch;
		const draft: CardDraft = {
			kind,
			front,
			back,
			path: sketch.path ?? pathWithin(unit),
			source: { file: this.#facts.file, line: node.line, endLine: node.endLine },
			group: sketch.group ?? unit.group,
			key: sketch.key,
			form: sketch.form ?? 'ask',
			tags: sketch.tags === undefined ? this.#facts.tags : [...this.#facts.tags, ...sketch.tags],
			...(parts && { parts })
		};
		this.cards.push(draft);
		if (back.text.length > longAnswer) this.report('answer-too-long', node.line, String(back.text.length));
		return draft;
	}

	/** Lists an open point: a question without an answer, a task, an empty block. */
	open(text: string, unit: Unit, node: Pick<NoteNode, 'line' | 'endLine'>, reason: OpenReason): void {
		const source = { file: this.#facts.file, line: node.line, endLine: node.endLine };
		this.openPoints.push({ path: pathWithin(unit), text, source, reason });
		this.report(openCodes[reason], node.line, text.length > 60 ? `${text.slice(0, 60)}…` : text);
	}

	/** Says what became of a node and of all in it that is not claimed by itself. The first claim stands. */
	claim(node: NoteNode, verdict: Claim['verdict'], reason: string, cards: readonly CardDraft[] = []): void {
		if (!this.claims.has(node)) this.claims.set(node, { verdict, reason, cards });
	}

	/** The same for a member with all that stands under it. */
	claimMember(
		{ node, rest }: Member,
		verdict: Claim['verdict'],
		reason: string,
		cards: readonly CardDraft[] = []
	): void {
		this.claim(node, verdict, reason, cards);
		if (node.kind === 'paragraph') for (const below of rest) this.claim(below, verdict, reason, cards);
	}

	render(nodes: readonly NoteNode[]): Face {
		return nodes.length === 0 ? emptyFace : renderNodes(nodes, this.#context);
	}

	renderInline(tokens: readonly Token[], line: number): Face {
		return renderInline(tokens, line, this.#context);
	}

	report(code: DiagnosticCode, line: number, detail?: string): void {
		this.#context.report(code, line, detail);
	}
}
