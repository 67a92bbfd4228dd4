import { cardKinds } from '#deck/card.ts';
import { parseLogEvent } from '#review-log/parse-log-event.ts';
import {
	FieldError,
	fields,
	listOf,
	oneOf,
	optional,
	recordOf,
	readFields,
	text,
	wholeNumber,
	type FieldRule,
	type FieldRules
} from '#review-log/read-fields.ts';
import { fromBase64 } from './base64.ts';
import { createSha256 } from './streaming-hash.ts';
import type { BackupRecord } from './backup-format.ts';

/**
 * A line of a backup between its header and its end, checked.
 * @throws FieldError naming the field and what it must be
 */
export function parseRecord(value: unknown): BackupRecord {
	const { t } = readFields(value, kind) as { readonly t: BackupRecord['t'] };
	if (t === 'event') return { t, ...parseLogEvent(value) };
	const record = readFields(value, rules[t]);
	if (t === 'setting' && record['value'] === undefined) throw new FieldError('value', 'is missing');
	if (t === 'asset') checkAsset(record);
	return { t, ...record } as unknown as BackupRecord;
}

/** An asset is known by its content: another under its name would be shown in its place. */
function checkAsset({ hash, base64 }: Record<string, unknown>): void {
	const sha256 = createSha256();
	try {
		sha256.update(fromBase64(base64 as string));
	} catch {
		throw new FieldError('base64', 'must be base64');
	}
	if (sha256.digest() !== hash) throw new FieldError('hash', 'must be the SHA-256 of the bytes');
}

const kind = { t: oneOf(['deck', 'card', 'asset', 'event', 'setting']) };

const line = text();
/** A note's Markdown, a face's HTML, a picture: what the compiler lets through, with room to spare. */
const long = text(0, 64 * 1024 * 1024);
const id = text(1, 400);
const lines = listOf(line);
const anything: FieldRule = { isSound: () => true, says: '' };

const source = fields({ file: line, line: wholeNumber(0), endLine: wholeNumber(0) });

const html = listOf(long);
const parts: FieldRule = {
	isSound: (value) => Object.values(partRules).some((rule) => rule.isSound(value)),
	says: 'must be the parts of a known kind of card'
};
const partRules: Readonly<Record<string, FieldRule>> = {
	steps: fields({ kind: oneOf(['steps', 'list']), items: html }),
	compare: fields({ kind: oneOf(['compare']), sides: lines, answer: optional(oneOf([0, 1])) }),
	command: fields({ kind: oneOf(['command']), command: long, language: line }),
	choice: fields({ kind: oneOf(['choice']), options: html, answers: listOf(wholeNumber(0)) })
};

const openQuestion = fields({ id, noteId: id, path: lines, text: line, source, reason: line });

const note = fields({
	id,
	file: line,
	title: line,
	lang: line,
	markdown: long,
	openQuestions: listOf(openQuestion),
	images: optional(recordOf(id))
});

const identityRow = fields({
	id,
	kind: line,
	file: line,
	path: lines,
	question: line,
	questionPrint: line,
	answerPrint: line,
	answerSimilarity: line,
	siblingKey: line,
	anchor: optional(line),
	state: oneOf(['live', 'orphan', 'hidden'])
});

const rules: { readonly [Type in Exclude<BackupRecord['t'], 'event'>]: FieldRules } = {
	deck: {
		id,
		title: line,
		lang: line,
		description: optional(line),
		version: line,
		origin: oneOf(['shipped', 'imported']),
		notes: listOf(note),
		identities: optional(fields({ version: oneOf([1]), rows: listOf(identityRow, 1_000_000) }))
	},
	card: {
		deckId: id,
		id,
		noteId: id,
		kind: oneOf(cardKinds),
		path: lines,
		frontText: line,
		backText: line,
		front: long,
		back: long,
		source,
		tags: lines,
		media: listOf(id),
		siblingKey: line,
		lang: line,
		parts: optional(parts),
		former: optional(fields({ frontText: line, backText: line, changedAt: wholeNumber(0) }))
	},
	asset: { hash: text(64, 64), type: line, base64: long },
	setting: { key: id, value: anything }
};
