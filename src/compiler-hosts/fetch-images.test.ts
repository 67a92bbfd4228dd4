import { describe, expect, test, vi } from 'vitest';
import { fetchImages } from './fetch-images.ts';
import { maxImageBytes } from './store-image.ts';

const png = (length = 12): Uint8Array<ArrayBuffer> => {
	const bytes = new Uint8Array(length);
	bytes.set([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
	return bytes;
};

const pictures: Readonly<Record<string, () => Response>> = {
	'https://a.example/ok.png': () => new Response(png()),
	'https://b.example/ok.png': () => new Response(png(20)),
	'https://a.example/gone.png': () => new Response('', { status: 404 }),
	'https://a.example/page.html': () => new Response('<html>'),
	'https://a.example/big.png': () => new Response(png(maxImageBytes + 1)),
	'https://a.example/late.png': () => {
		throw new DOMException('late', 'TimeoutError');
	},
	'https://a.example/refused.png': () => {
		throw new TypeError('Failed to fetch');
	}
};
const fetch = vi.fn((url: URL) => Promise.resolve().then(() => pictures[url.href]?.() ?? Response.error()));
const options = { fetch: fetch as unknown as typeof globalThis.fetch };

describe('fetching pictures of other servers', () => {
	test('takes what is a picture and small enough, and lists each of the others with its reason', async () => {
		const done = vi.fn();
		const { images, failures } = await fetchImages(
			[...Object.keys(pictures), 'http://a.example/open.png', 'ftp://x/y.png', 'data:image/png,x'],
			{ ...options, onDone: done }
		);
		expect([...images].map(([address, { type, bytes }]) => [address, type, bytes.length])).toEqual([
			['https://a.example/ok.png', 'image/png', 12],
			['https://b.example/ok.png', 'image/png', 20]
		]);
		expect(failures.map(({ address, reason }) => [address.split('/').at(-1), reason])).toEqual([
			['gone.png', 'status'],
			['page.html', 'no-picture'],
			['big.png', 'too-large'],
			['late.png', 'too-slow'],
			['refused.png', 'unreachable'],
			['open.png', 'not-https'],
			['y.png', 'not-https'],
			['png,x', 'not-https']
		]);
		expect(failures[0]?.status).toBe(404);
		expect(done).toHaveBeenCalledTimes(10);
	});

	test('asks over https alone, without cookies, referrer or detours, and each address once', async () => {
		fetch.mockClear();
		await fetchImages(['//a.example/ok.png', '//a.example/ok.png', 'http://a.example/open.png'], options);
		expect(fetch.mock.calls).toEqual([
			[
				new URL('https://a.example/ok.png'),
				expect.objectContaining({ credentials: 'omit', referrerPolicy: 'no-referrer', redirect: 'error' })
			]
		]);
	});

	test('where it may be sent on, it is not sent on to an open line', async () => {
		const sentOn = Object.defineProperty(new Response(png()), 'url', { value: 'http://a.example/ok.png' });
		const { failures } = await fetchImages(['https://a.example/ok.png'], {
			redirect: 'follow',
			fetch: () => Promise.resolve(sentOn)
		});
		expect(failures).toEqual([{ address: 'https://a.example/ok.png', reason: 'not-https' }]);
	});

	test('what all of them together may not have is left out', async () => {
		const addresses = ['https://b.example/ok.png', 'https://a.example/ok.png'];
		const { images, failures } = await fetchImages(addresses, { ...options, room: 30 });
		expect(images.size).toBe(1);
		expect(failures).toMatchObject([{ reason: 'no-room' }]);
	});
});
