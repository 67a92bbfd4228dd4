/** One line of a note, and whether it stands in a fenced block of code or a comment of several lines. */
export interface NoteLine {
	readonly text: string;
	/** Without blanks at both ends. */
	readonly trimmed: string;
	readonly isCode: boolean;
}

/** A note by lines. Fences count with their code, so that no marker inside one is taken for a marker. */
export function noteLines(text: string): NoteLine[] {
	let fence: string | undefined;
	let isComment = false;
	return text.split(/\r?\n/).map((line): NoteLine => {
		const trimmed = line.trim();
		if (isComment) {
			isComment = !line.includes('-->');
			return { text: line, trimmed, isCode: true };
		}
		if (fence === undefined && opensComment(line)) {
			isComment = true;
			return { text: line, trimmed, isCode: true };
		}
		const marks = /^(?:[-*+>]\s+|\d+[.)]\s+)*(`{3,}|~{3,})/.exec(trimmed)?.[1];
		if (fence === undefined) {
			fence = marks;
			return { text: line, trimmed, isCode: marks !== undefined };
		}
		const closes = marks !== undefined && marks.startsWith(fence) && trimmed.endsWith(marks);
		if (closes) fence = undefined;
		return { text: line, trimmed, isCode: true };
	});
}

/** A comment that does not end in its line. */
const opensComment = (line: string): boolean => line.lastIndexOf('<!--') > line.lastIndexOf('-->');
