import { expect, test } from 'vitest';
import { pictureHosts, remotePictures } from './remote-pictures.ts';

test('remote pictures: each once, without those beside the note and those that could not be had', () => {
	const missing = [
		{ address: 'img/a.png', isRemote: false },
		...['https://a.example/1.png', 'https://a.example/1.png', 'https://a.example/2.png'].map((address) => ({
			address,
			isRemote: true
		}))
	];
	expect(remotePictures(missing, [{ address: 'https://a.example/2.png', reason: 'status' }])).toEqual([
		'https://a.example/1.png'
	]);
});

test('hosts: each once; an address that is not https is asked of nobody', () => {
	expect(
		pictureHosts([
			'https://a.example/1.png',
			'//a.example/2.png',
			'https://b.example:8443/x',
			'http://c.example/x.png',
			'data:image/png,x',
			'https://'
		])
	).toEqual(['a.example', 'b.example:8443']);
});
