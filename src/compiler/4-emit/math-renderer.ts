import type { MathRenderer } from '../compilation.ts';
import type { ReportLine } from '../diagnostics.ts';
import { escapeHtml } from './escape-html.ts';

/** Formulas of one note. One that cannot be shown is shown as its source: a card is never empty. */
export function newMathRenderer(renderMath: MathRenderer | undefined, report: ReportLine) {
	let isUsed = false;
	return {
		render: (tex: string, isBlock: boolean, line: number): string => {
			isUsed = true;
			const source = `<code>${escapeHtml(tex)}</code>`;
			if (renderMath === undefined) return source;
			try {
				return renderMath(tex, isBlock);
			} catch (error) {
				report('math-error', line, error instanceof Error ? error.message : tex);
				return source;
			}
		},
		isUsed: (): boolean => isUsed
	};
}
