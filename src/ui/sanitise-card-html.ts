import DOMPurify from 'dompurify';

const inline = [
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
	'input'
];
const block = [
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
];
const math = [
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
];
const attributes = [
	'class',
	'lang',
	'dir',
	'title',
	'alt',
	'href',
	'data-asset',
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
];

/**
 * The last gate before the DOM (the compiler is the first, with another parser): an allow-list without `src`, `style`,
 * `id` and `name`; links only to https, http and mailto.
 */
export function sanitiseCardHtml(html: string): DocumentFragment {
	const fragment = DOMPurify.sanitize(html, {
		ALLOWED_TAGS: [...inline, ...block, ...math],
		ALLOWED_ATTR: attributes,
		// Only a link's address is an address; without this every other value would have to look like one.
		ADD_URI_SAFE_ATTR: attributes.filter((name) => name !== 'href'),
		ALLOWED_URI_REGEXP: /^(?:https?:|mailto:)/i,
		ALLOW_DATA_ATTR: false,
		ALLOW_ARIA_ATTR: false,
		RETURN_DOM_FRAGMENT: true
	});
	for (const link of fragment.querySelectorAll('a')) {
		link.target = '_blank';
		link.rel = 'noopener noreferrer';
	}
	// A task list's boxes show what the note says; they are no controls of this page.
	for (const box of fragment.querySelectorAll('input')) {
		box.type = 'checkbox';
		box.disabled = true;
	}
	return fragment;
}
