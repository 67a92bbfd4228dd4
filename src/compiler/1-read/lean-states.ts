import MarkdownIt from 'markdown-it';
import type { MarkdownIt as MarkdownParser, StateBlock, StateInline, Token } from 'markdown-it';

/**
 * Makes a parser build its tokens and inline states by plain assignment. markdown-it's own constructors define every
 * field as a property one by one, which is the dearest thing in a parse; methods and results are the same
 * (`lean-states.test.ts` compares field by field).
 */
export function useLeanStates(parser: MarkdownParser): void {
	parser.block.State = leanBlockState(parser.block.State);
	parser.inline.State = leanInlineState(parser.inline.State);
}

type TokenClass = typeof Token;
type Nesting = Token['nesting'];

const LeanToken = function (this: Token, type: string, tag: string, nesting: Nesting) {
	this.type = type;
	this.tag = tag;
	this.attrs = null;
	this.map = null;
	this.nesting = nesting;
	this.level = 0;
	this.children = null;
	this.content = '';
	this.markup = '';
	this.info = '';
	this.meta = null;
	this.block = false;
	this.hidden = false;
} as unknown as TokenClass;
Object.defineProperty(LeanToken, 'prototype', { value: MarkdownIt.Token.prototype });

function leanBlockState(Base: typeof StateBlock): typeof StateBlock {
	return class extends Base {
		override push(type: string, tag: string, nesting: Nesting): Token {
			const token = new LeanToken(type, tag, nesting);
			token.block = true;
			if (nesting < 0) this.level--;
			token.level = this.level;
			if (nesting > 0) this.level++;
			this.tokens.push(token);
			return token;
		}
	};
}

function leanInlineState(Base: typeof StateInline): typeof StateInline {
	const Lean = function (
		this: StateInline,
		src: string,
		md: MarkdownParser,
		env: StateInline['env'],
		tokens: Token[]
	) {
		this.src = src;
		this.env = env;
		this.md = md;
		this.tokens = tokens;
		this.tokens_meta = Array<undefined>(tokens.length);
		this.pos = 0;
		this.posMax = src.length;
		this.level = 0;
		this.pending = '';
		this.pendingLevel = 0;
		this.cache = {};
		this.backticks = {};
		this.backticksScanned = false;
		this.skipHtmlSpecial = false;
		this.linkLevel = 0;
		this.delimiters = [];
		this._prev_delimiters = [];
		this.Token = LeanToken;
	} as unknown as typeof StateInline;
	const prototype = Object.create(Base.prototype) as StateInline;
	prototype.pushPending = pushPending;
	prototype.push = pushInline;
	Object.defineProperty(Lean, 'prototype', { value: prototype });
	return Lean;
}

function pushPending(this: StateInline): Token {
	const token = new LeanToken('text', '', 0);
	token.content = this.pending;
	token.level = this.pendingLevel;
	this.tokens.push(token);
	this.pending = '';
	return token;
}

function pushInline(this: StateInline, type: string, tag: string, nesting: Nesting): Token {
	if (this.pending !== '') this.pushPending();
	const token = new LeanToken(type, tag, nesting);
	let meta: StateInline['tokens_meta'][number];
	if (nesting < 0) {
		this.level--;
		this.delimiters = this._prev_delimiters.pop() ?? [];
	}
	token.level = this.level;
	if (nesting > 0) {
		this.level++;
		this._prev_delimiters.push(this.delimiters);
		this.delimiters = [];
		meta = { delimiters: this.delimiters };
	}
	this.pendingLevel = this.level;
	this.tokens.push(token);
	this.tokens_meta.push(meta);
	return token;
}
