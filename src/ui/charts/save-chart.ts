/** Fields of a table as RFC 4180 writes them. */
export function toCsv({
	head,
	rows
}: {
	readonly head: readonly string[];
	readonly rows: readonly (readonly string[])[];
}): string {
	const field = (text: string) => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
	return [head, ...rows].map((row) => `${row.map(field).join(',')}\r\n`).join('');
}

/** A drawing that stands alone: the page's colours are written into it. */
export function toSvgFile(drawing: SVGSVGElement): string {
	const copy = drawing.cloneNode(true) as SVGSVGElement;
	const drawn = [drawing, ...drawing.querySelectorAll('*')];
	[copy, ...copy.querySelectorAll('*')].forEach((element, index) => {
		const { fill, stroke } = getComputedStyle(drawn[index] ?? drawing);
		element.setAttribute('fill', fill);
		element.setAttribute('stroke', stroke);
	});
	copy.setAttribute('xmlns', 'http://www.w3.org/2000/svg');
	copy.setAttribute('font-family', 'sans-serif');
	return new XMLSerializer().serializeToString(copy);
}

export function saveFile(name: string, type: string, text: string): void {
	const url = URL.createObjectURL(new Blob([text], { type }));
	const link = document.createElement('a');
	link.href = url;
	link.download = name.replaceAll(/[\\/:*?"<>|]/g, '-');
	link.click();
	// The browser reads it after the click; a minute is ample.
	setTimeout(() => URL.revokeObjectURL(url), 60_000);
}
