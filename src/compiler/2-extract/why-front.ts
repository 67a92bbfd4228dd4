import type { Token } from 'markdown-it';
import type { Face } from '../4-emit/face.ts';
import type { Extraction } from './extraction.ts';
import { fillTemplate } from './fill-template.ts';

/** "為什麼…？" of a statement; one with a comma in it is quoted, or the question would not read as one sentence. */
export function whyFront(statement: readonly Token[], line: number, extraction: Extraction): Face {
	const face = extraction.renderInline(statement, line);
	const { why, quoted } = extraction.phrases;
	return fillTemplate(why, /[，,。；：:]/.test(face.text) ? fillTemplate(quoted, face) : face);
}
