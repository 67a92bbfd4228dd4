import type { Face } from '../4-emit/face.ts';
import type { Extraction } from './extraction.ts';
import { fillTemplate, plainFace } from './fill-template.ts';
import { namesNumber } from './names-several.ts';
import { subjectOf } from './subject-of.ts';
import type { Unit } from './unit.ts';

/** The question for a list under a title: "X 有哪 n 項？", "X 有哪 n 種？", "X 是哪些？". */
export function listFront(unit: Unit, count: number, extraction: Extraction): Face {
	const subject = subjectOf(unit, extraction);
	const { items, ways, which, belongs } = extraction.phrases;
	const title = unit.title?.text ?? '';
	if (namesNumber(title)) return fillTemplate(which, subject);
	const verb = belonging.exec(title)?.[0];
	if (verb !== undefined) return fillTemplate(belongs, subject, count, plainFace(verb));
	if (count === 0) return fillTemplate(which, subject);
	return fillTemplate(waysWords.test(title) ? ways : items, subject, count);
}

const waysWords = /(?:方式|方法|作法|做法|格式|種|种)$/;
/** The words that `subjectOf` takes off. */
const belonging = /(?:屬於|属于|包括|包含|分為|分为)$/;
