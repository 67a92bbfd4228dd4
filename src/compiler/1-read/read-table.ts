import type { Token } from 'markdown-it';
import type { Table } from './note-node.ts';

/** The table whose opening token stands at `index`. */
export function readTable(
	tokens: readonly Token[],
	index: number,
	firstLine: number
): Pick<Table, 'rows' | 'rowLines' | 'alignments'> {
	const rows: (readonly Token[])[][] = [];
	const rowLines: number[] = [];
	const alignments: Table['alignments'][number][] = [];
	for (let i = index + 1; i < tokens.length; i++) {
		const token = tokens[i];
		if (token === undefined || token.type === 'table_close') break;
		if (token.type === 'tr_open') {
			rows.push([]);
			rowLines.push(firstLine + (token.map?.[0] ?? 0));
		}
		if (token.type === 'th_open') alignments.push(alignmentOf(token));
		if (token.type === 'inline') rows.at(-1)?.push(token.children ?? []);
	}
	return { rows, rowLines, alignments };
}

/** markdown-it says it as `style="text-align:right"`. */
function alignmentOf(cell: Token): Table['alignments'][number] {
	const style = String(cell.attrGet('style') ?? '');
	return (['left', 'center', 'right'] as const).find((side) => style.endsWith(side));
}
