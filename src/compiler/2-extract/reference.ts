import { rawText } from '../1-read/cut-inline.ts';
import type { NoteNode } from '../1-read/note-node.ts';
import type { Construct } from './construct.ts';
import { contentOf } from './content-of.ts';
import { labelRole } from './label-role.ts';
import { splitLabel } from './split-label.ts';

/**
 * Sources and bare links: no content to learn.
 *
 *     - REF：[Multi-platform 文件]     - [OCI]     > REF: [docs] | [course]
 *       ^                                ^         ^
 */
export const readReference: Construct = ({ member, unit }, extraction) => {
	if (!isReference(member.node, unit.title?.text ?? '')) return 0;
	extraction.claimMember(member, 'skipped', 'reference');
	return 1;
};

export function isReference(node: NoteNode, title: string): boolean {
	if (node.kind === 'paragraph') return isMetadata(node) || isReferenceText(node, title);
	if (node.kind === 'quote')
		return node.children.every((child) => isReference(child, title) || child.kind === 'html');
	if (node.kind !== 'item') return false;
	const [first, ...rest] = node.children;
	if (first?.kind !== 'paragraph') return false;
	const below = contentOf(rest);
	if (below === 'nothing' || below === 'links') return isReferenceText(first, title);
	return labelRole(first.text) === 'reference' && below !== 'text';
}

/** `Created: April 3, 2024⏎Tags: frontend`: what a program or a lecturer writes over the text. */
function isMetadata({ inline }: Text): boolean {
	const lines = rawText(inline).split('\n');
	return lines.every((line) => metadata.test(line));
}

const metadata =
	/^\s*(?:created(?: time| by)?|last edited(?: time| by)?|updated|modified|tags?|author|date|status|url|aliases|cssclass|parent|授課|授课|講師|讲师|講者|老師|老师|教師|教师|作者|日期|時間|时间|地點|地点|建立時間|更新時間|最後更新|標籤|标签|分類|分类|班級|班级)\s*[:：]/i;

type Text = Extract<NoteNode, { kind: 'paragraph' }>;

function isReferenceText(paragraph: Text, title: string): boolean {
	if (paragraph.holds === 'links') return true;
	const label = splitLabel(paragraph.inline);
	if (labelRole(label?.labelText ?? paragraph.text) === 'reference') return true;
	return pointsToExample(paragraph) || pointsToTitle(paragraph, title);
}

/** `環境搭建可使用 [Vagrant/sample06-docker]`: where to find something to try. */
function pointsToExample({ inline }: Text): boolean {
	const at = inline.findIndex(({ type }) => type === 'link_open');
	const before = inline[at - 1];
	const link = inline[at + 1];
	return (
		before?.type === 'text' &&
		/(?:可以?使用|可以?用|可以?參考|可以?参考|參考|参考|詳見|详见|請見|请见|\bsee|refer to)\s*$/i.test(
			before.content
		) &&
		link?.type === 'text' &&
		/\w\/\w|\.(?:md|ya?ml|sh)$/.test(link.content)
	);
}

/**
 * A link, and what it explains is just the block's title.
 *
 *     [Host PID of a Process …] 解釋 host process VS container process
 */
function pointsToTitle(paragraph: Text, title: string): boolean {
	if (title === '' || !paragraph.inline.some(({ type }) => type === 'link_open')) return false;
	let depth = 0;
	let beside = '';
	for (const token of paragraph.inline) {
		if (token.type === 'link_open') depth++;
		if (token.type === 'link_close') depth--;
		if (depth === 0 && token.type === 'text') beside += token.content;
	}
	return (
		beside
			.replace(title, '')
			.replace(/解釋|說明|參考|介紹|請見|explains?|describes?|see/i, '')
			.trim() === ''
	);
}
