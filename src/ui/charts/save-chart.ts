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

/** What a drawing owes to the page's style. */
const styled = ['fill', 'fill-opacity', 'stroke', 'stroke-width', 'stroke-dasharray', 'font-size'] as const;

/** A drawing that stands alone: the page's colours are written into it, and what it lies on. */
export function toSvgFile(drawing: SVGSVGElement): string {
	const { width, height } = drawing.viewBox.baseVal;
	const copy = drawing.cloneNode(true) as SVGSVGElement;
	const drawn = [drawing, ...drawing.querySelectorAll('*')];
	[copy, ...copy.querySelectorAll('*')].forEach((element, index) => {
		const style = getComputedStyle(drawn[index] ?? drawing);
		for (const name of styled) element.setAttribute(name, style.getPropertyValue(name));
	});
	const ground = document.createElementNS('http://www.w3.org/2000/svg', 'rect');
	ground.setAttribute('width', '100%');
	ground.setAttribute('height', '100%');
	ground.setAttribute('fill', groundOf(drawing));
	copy.prepend(ground);
	copy.setAttribute('xmlns', 'http://www.w3.org/2000/svg');
	copy.setAttribute('font-family', 'sans-serif');
	copy.setAttribute('width', String(width));
	copy.setAttribute('height', String(height));
	return new XMLSerializer().serializeToString(copy);
}

/** Pixels for each of the drawing's units: sharp on paper and on any screen. */
const pngScale = 3;

/** Rejects where the browser cannot draw it. */
export async function toPngFile(drawing: SVGSVGElement): Promise<Blob> {
	const { width, height } = drawing.viewBox.baseVal;
	const image = new Image();
	image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(toSvgFile(drawing))}`;
	await image.decode();
	const canvas = document.createElement('canvas');
	canvas.width = width * pngScale;
	canvas.height = height * pngScale;
	canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
	return new Promise((resolve, reject) =>
		canvas.toBlob((blob) => {
			if (blob === null) reject(new Error('The browser could not draw the picture.'));
			else resolve(blob);
		}, 'image/png')
	);
}

/** The first background around the drawing that is one. */
function groundOf(drawing: Element): string {
	for (let at: Element | null = drawing; at !== null; at = at.parentElement) {
		const { backgroundColor } = getComputedStyle(at);
		if (backgroundColor !== 'rgba(0, 0, 0, 0)') return backgroundColor;
	}
	return 'none';
}

export function saveFile(name: string, contents: Blob): void {
	const url = URL.createObjectURL(contents);
	const link = document.createElement('a');
	link.href = url;
	link.download = name.replaceAll(/[\\/:*?"<>|]/g, '-');
	link.click();
	// The browser reads it after the click; a minute is ample.
	setTimeout(() => URL.revokeObjectURL(url), 60_000);
}
