import type { Granularity } from '../2-extract/extraction.ts';
import type { FrontMatterMap, FrontMatterValue } from './front-matter.ts';

/** What a note's front matter says about how to compile it. */
export interface NoteSettings {
	readonly title: string | undefined;
	readonly description: string | undefined;
	readonly lang: string | undefined;
	readonly granularity: Granularity | undefined;
	/** Definitions are asked in both directions. */
	readonly isReversed: boolean;
	/** The dialect that the note says it is written in. */
	readonly dialect: string | undefined;
	/** The line that ends a card of several lines, in place of a blank one. */
	readonly endMarker: string | undefined;
	/** Bold words are to be recalled: cards of the `osr` dialect that hide them. */
	readonly hidesBold: boolean;
	/** The note is not for cards at all. */
	readonly isOff: boolean;
	readonly tags: readonly string[];
}

/**
 * Settings from front matter: `title`, `description`, `lang`, `tags`, and under `deckhand:` `lang`, `granularity`,
 * `dialect`, `end`, `cloze`, `reverse`, `skip`. `srs: off` is understood too.
 */
export function readNoteSettings(fields: FrontMatterMap): NoteSettings {
	const own = isMap(fields.deckhand) ? fields.deckhand : {};
	const srs = isMap(fields.srs) ? fields.srs : {};
	return {
		title: text(fields.title) ?? text(fields.name),
		description: text(fields.description),
		lang: text(own.lang) ?? text(fields.lang),
		granularity: granularities.find((name) => name === text(own.granularity)),
		isReversed: text(own.reverse) === 'true',
		dialect: (text(own.dialect) ?? text(srs.dialect))?.toLowerCase(),
		endMarker: text(own.end),
		hidesBold: text(own.cloze) === 'bold',
		isOff:
			['off', 'false', 'skip'].includes(text(fields.srs) ?? '') ||
			text(own.skip) === 'true' ||
			text(fields.deckhand) === 'skip',
		tags: tagsOf(fields.tags)
	};
}

const granularities: readonly Granularity[] = ['auto', 'atoms', 'blocks', 'both'];

const isMap = (value: FrontMatterValue | undefined): value is FrontMatterMap =>
	typeof value === 'object' && !Array.isArray(value);

const text = (value: FrontMatterValue | undefined): string | undefined =>
	typeof value === 'string' && value !== '' ? value : undefined;

/** A list, or words with commas between. */
function tagsOf(value: FrontMatterValue | undefined): readonly string[] {
	const tags = Array.isArray(value) ? value : typeof value === 'string' ? value.split(',') : [];
	return tags.flatMap((tag) =>
		typeof tag === 'string' && tag.trim() !== '' ? [tag.trim().replace(/^#/, '')] : []
	);
}
