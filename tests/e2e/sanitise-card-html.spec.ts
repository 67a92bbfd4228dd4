import { readFileSync } from 'node:fs';
import { expect, test, type Page } from '@playwright/test';
import ts from 'typescript';

/** The last gate alone, without the compiler before it: in a page without any policy, where a hole would be seen. */
const source = ts.transpileModule(readFileSync('src/ui/sanitise-card-html.ts', 'utf8'), {
	compilerOptions: { target: ts.ScriptTarget.ES2022, module: ts.ModuleKind.ESNext }
}).outputText;

declare global {
	interface Window {
		sanitise: (html: string) => DocumentFragment;
		ran?: boolean;
	}
}

const hostile = [
	'<img src=x onerror="window.ran=true">',
	'<script>window.ran=true</script><b>kept</b>',
	'<svg onload="window.ran=true"><script>window.ran=true</script><p>in svg</p></svg>',
	'<svg><foreignObject><img src=x onerror="window.ran=true"></foreignObject></svg>',
	'<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=x onerror=window.ran=true&gt;"></mglyph></table></mtext></math>',
	'<math><annotation-xml encoding="text/html"><img src=x onerror="window.ran=true"></annotation-xml></math>',
	'<form><math><mtext></form><form><mglyph><svg><mtext><style><path id="</style><img onerror=window.ran=true src>">',
	'<noscript><p title="</noscript><img src=x onerror=window.ran=true>">',
	'<iframe srcdoc="<script>parent.ran=true</script>"></iframe>',
	'<details open ontoggle="window.ran=true"><summary>s</summary></details>',
	'<template><img src=x onerror="window.ran=true"></template>',
	'<input autofocus onfocus="window.ran=true">',
	'<a href="javascript:window.ran=true">a</a><a href=" javascript:window.ran=true">b</a><a href="java&#10;script:window.ran=true">c</a>',
	'<a href="data:text/html,<script>window.ran=true</script>">d</a><a href="/settings">e</a>',
	'<math><mi href="javascript:window.ran=true">x</mi></math>',
	'<b style="background:url(https://evil.example/x)" id="app" name="app">styled</b>',
	'<base href="https://evil.example/"><meta http-equiv="refresh" content="0;url=https://evil.example/"><link rel="stylesheet" href="https://evil.example/x.css">',
	'<video poster="https://evil.example/p.png"><source src="https://evil.example/v"></video><img srcset="https://evil.example/s 1x">',
	'<textarea><img src=x onerror="window.ran=true"></textarea><button formaction="javascript:window.ran=true">go</button>'
];

async function sanitise(page: Page, html: string) {
	return page.evaluate(async (text) => {
		document.body.replaceChildren(window.sanitise(text));
		for (const element of document.body.querySelectorAll('*'))
			element.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true }));
		await new Promise((done) => setTimeout(done, 30));
		const elements = [...document.body.querySelectorAll('*')];
		return {
			text: document.body.textContent,
			html: document.body.innerHTML,
			names: elements.map(({ localName }) => localName),
			attributes: elements.flatMap((element) =>
				[...element.attributes].map(({ name, value }) => `${name}=${value}`)
			),
			ran: window.ran
		};
	}, html);
}

test.beforeEach(async ({ page }) => {
	await page.route('**/*', (route) =>
		route.request().isNavigationRequest()
			? route.fulfill({ contentType: 'text/html', body: '<!doctype html><body></body>' })
			: route.abort()
	);
	await page.goto('/gate');
	await page.addScriptTag({ type: 'module', content: `${source}\nwindow.sanitise = sanitiseCardHtml;` });
	await page.waitForFunction(() => 'sanitise' in window);
});

test('nothing hostile runs, asks another host for anything, or keeps an attribute that could', async ({
	page
}) => {
	const requests: string[] = [];
	page.on('request', (request) => requests.push(request.url()));
	for (const html of hostile) {
		const { names, attributes, ran } = await sanitise(page, html);
		expect(ran, html).toBeUndefined();
		expect(
			names.filter((name) =>
				/script|style|svg|iframe|form|base|meta|link|video|source|button|template/.test(name)
			),
			html
		).toEqual([]);
		expect(
			attributes.filter((each) => /^(?:on|style|id|name|src|srcset|poster|formaction)/.test(each)),
			html
		).toEqual([]);
		expect(
			attributes.filter((each) => each.startsWith('href=')),
			html
		).toEqual([]);
	}
	expect(requests).toEqual([]);
});

test('what notes are made of comes through whole', async ({ page }) => {
	const note =
		'<p lang="en">a <code class="hljs">b</code> <a href="https://example.org/">c</a></p><ol start="3"><li>d</li></ol>' +
		'<table><tbody><tr><td colspan="2">e</td></tr></tbody></table><img data-asset="f0" alt="g">' +
		'<math display="block"><msup><mi>x</mi><mn>2</mn></msup></math><input type="text" checked value="h"><font>i</font>';
	const { html } = await sanitise(page, note);
	expect(html).toBe(
		'<p lang="en">a <code class="hljs">b</code> <a href="https://example.org/" target="_blank" rel="noopener noreferrer">c</a></p>' +
			'<ol start="3"><li>d</li></ol><table><tbody><tr><td colspan="2">e</td></tr></tbody></table><img data-asset="f0" alt="g">' +
			'<math display="block"><msup><mi>x</mi><mn>2</mn></msup></math><input type="checkbox" checked="" disabled="">i'
	);
});
