import type { Asset } from '#deck/deck.ts';
import type { AssetHash } from '#deck/ids.ts';
import type { MissingImage } from '../compilation.ts';
import type { ReportLine } from '../diagnostics.ts';
import { escapeHtml } from './escape-html.ts';
import type { RenderedImage } from './render-context.ts';

/**
 * Pictures of one note. A stored one is shown by the hash of its bytes, never by its address, so that no card asks
 * the network for anything; any other becomes a visible placeholder that says what is missing.
 */
export function newImageRenderer<Stored extends Pick<Asset, 'hash'>>(
	file: string,
	images: ReadonlyMap<string, Stored>,
	lang: string,
	report: ReportLine
) {
	const shown = new Map<string, Stored>();
	const missing = new Map<string, MissingImage>();
	const reported = new Set<string>();
	const asked = new Map<string, AssetHash | undefined>();
	/** Notes that the note names it; without it, that it is missing. */
	const ask = (source: string): Stored | undefined => {
		const address = resolveAddress(file, source);
		const asset = images.get(address);
		asked.set(address, asset?.hash);
		if (asset !== undefined) shown.set(asset.hash, asset);
		else missing.set(address, { address, isRemote: isRemote(address) });
		return asset;
	};
	return {
		ask,
		render: (source: string, alt: string, line: number): RenderedImage => {
			const asset = ask(source);
			if (asset !== undefined) {
				const html = `<img data-asset="${asset.hash}" alt="${escapeHtml(alt)}">`;
				return { html, text: alt === '' ? '' : `[${alt}]`, hash: asset.hash };
			}
			const address = resolveAddress(file, source);
			if (!reported.has(address)) report('unresolved-image', line, source);
			reported.add(address);
			const text = placeholder(source, alt, lang);
			return {
				html: `<span class="missing-image">${escapeHtml(text)}</span>`,
				text: `[${text}]`,
				hash: undefined
			};
		},
		shown: (): readonly Stored[] => [...shown.values()],
		missing: (): readonly MissingImage[] => [...missing.values()],
		asked: (): ReadonlyMap<string, AssetHash | undefined> => asked
	};
}

function placeholder(source: string, alt: string, lang: string): string {
	const label = lang.startsWith('zh')
		? isSimplified(lang)
			? '缺图片：'
			: '缺圖片：'
		: 'Picture not stored: ';
	const name = alt === '' ? source : `${alt} (${source})`;
	return label + name;
}

const isSimplified = (lang: string): boolean => /^zh-(?:Hans|CN|SG)/i.test(lang);

const isRemote = (address: string): boolean =>
	/^[a-z][a-z0-9+.-]*:/i.test(address) || address.startsWith('//');

/** `../image/a.png` in `notes/docker.md` is `image/a.png` of the deck's folder; leading `..` stay. */
function resolveAddress(file: string, source: string): string {
	if (isRemote(source)) return source;
	const parts = source.startsWith('/') ? [] : file.split('/').slice(0, -1);
	for (const part of decodePath(source).split('/')) {
		if (part === '' || part === '.') continue;
		if (part === '..' && parts.length > 0 && parts.at(-1) !== '..') parts.pop();
		else parts.push(part);
	}
	return parts.join('/');
}

/** markdown-it encodes addresses; files have plain names. */
function decodePath(source: string): string {
	const path = source.split(/[?#]/, 1)[0] ?? '';
	try {
		return decodeURIComponent(path);
	} catch {
		return path; // A stray `%` in a file name: it is meant as it stands.
	}
}
