const mathNamespace = 'http://www.w3.org/1998/Math/MathML';
const htmlNamespace = 'http://www.w3.org/1999/xhtml';

/**
 * The last gate before the DOM (the compiler is the first, with another parser). The browser parses the HTML into a
 * document where nothing runs and nothing is fetched; from that, what the allow-lists know is built anew, element by
 * element, so that no text is ever parsed a second time. No `src`, `style`, `id` or `name`; links only to https, http and
 * mailto. An unknown element leaves its words, a dangerous one leaves nothing.
 */
export function sanitiseCardHtml(text: string): DocumentFragment {
	const parsed = new DOMParser().parseFromString(inert(text), 'text/html');
	const fragment = document.createDocumentFragment();
	fragment.append(...copiesOf(parsed.body));
	return fragment;
}

/** The part of Trusted Types used here; the DOM's own declarations do not have it yet. */
interface TrustedTypes {
	createPolicy(
		name: string,
		rules: { createHTML(text: string): string }
	): { createHTML(text: string): unknown };
}

/** Lets text into a parser whose document is inert, here and nowhere else. */
const policy = (globalThis as { readonly trustedTypes?: TrustedTypes }).trustedTypes?.createPolicy(
	'deckhand-card-html',
	{ createHTML: (text) => text }
);

/** Typed as the string that the DOM's declarations still ask for. */
const inert = (text: string): string => (policy?.createHTML(text) ?? text) as string;

const copiesOf = (parent: Node): readonly Node[] => Array.from(parent.childNodes).flatMap(copyOf);

function copyOf(node: Node): readonly Node[] {
	if (node.nodeType === Node.TEXT_NODE) return [document.createTextNode(node.nodeValue ?? '')];
	if (!(node instanceof Element)) return [];
	const element = emptyCopyOf(node);
	if (element === undefined) return silent.has(node.localName) ? [] : copiesOf(node);
	for (const { name, value } of node.attributes) {
		if (attributes.has(name) && (name !== 'href' || /^(?:https?:|mailto:)/i.test(value))) {
			element.setAttribute(name, value);
		}
	}
	settle(element);
	element.append(...copiesOf(node));
	return [element];
}

/** By namespace, never by name alone: an HTML element inside a formula stays one. */
function emptyCopyOf({ namespaceURI, localName }: Element): Element | undefined {
	if (namespaceURI === htmlNamespace && html.has(localName)) return document.createElement(localName);
	if (namespaceURI !== mathNamespace || !mathMl.has(localName)) return undefined;
	return document.createElementNS(mathNamespace, localName);
}

function settle(element: Element): void {
	if (element instanceof HTMLAnchorElement) {
		element.target = '_blank';
		element.rel = 'noopener noreferrer';
	} else if (element instanceof HTMLInputElement) {
		// A task list's boxes show what the note says; they are no controls of this page.
		element.type = 'checkbox';
		element.disabled = true;
	}
}

/** What stands in them is no text for people. */
const silent = new Set([
	'script',
	'style',
	'template',
	'iframe',
	'object',
	'embed',
	'svg',
	'foreignobject',
	'annotation-xml',
	'noscript',
	'noembed',
	'noframes',
	'plaintext',
	'xmp',
	'title',
	'textarea',
	'select',
	'audio',
	'video'
]);

const html = new Set([
	'b',
	'i',
	'u',
	's',
	'em',
	'strong',
	'code',
	'mark',
	'br',
	'sub',
	'sup',
	'kbd',
	'ruby',
	'rt',
	'rp',
	'span',
	'a',
	'del',
	'input',
	'p',
	'div',
	'ul',
	'ol',
	'li',
	'pre',
	'blockquote',
	'table',
	'thead',
	'tbody',
	'tr',
	'th',
	'td',
	'h1',
	'h2',
	'h3',
	'h4',
	'h5',
	'h6',
	'hr',
	'img',
	'details',
	'summary',
	'figure',
	'figcaption',
	'section',
	'dl',
	'dt',
	'dd'
]);
const mathMl = new Set([
	'math',
	'semantics',
	'annotation',
	'mrow',
	'mi',
	'mn',
	'mo',
	'ms',
	'mtext',
	'mspace',
	'msup',
	'msub',
	'msubsup',
	'mfrac',
	'msqrt',
	'mroot',
	'munder',
	'mover',
	'munderover',
	'mtable',
	'mtr',
	'mtd',
	'mstyle',
	'mpadded',
	'mphantom',
	'menclose',
	'mmultiscripts',
	'mprescripts',
	'none'
]);
const attributes = new Set([
	'class',
	'lang',
	'dir',
	'title',
	'alt',
	'href',
	'data-asset',
	'data-line',
	'colspan',
	'rowspan',
	'start',
	'width',
	'height',
	'open',
	'type',
	'checked',
	'disabled',
	'align',
	'aria-hidden',
	'aria-label',
	'role',
	'encoding',
	'display',
	'mathvariant',
	'stretchy',
	'fence',
	'separator',
	'lspace',
	'rspace',
	'minsize',
	'maxsize',
	'scriptlevel',
	'displaystyle',
	'accent',
	'accentunder',
	'linethickness',
	'columnalign',
	'rowspacing',
	'columnspacing',
	'notation',
	'voffset',
	'depth'
]);
