import './face-extras.css';

export interface FaceExtras {
	readonly labels: {
		readonly code: string;
		readonly table: string;
		readonly wrap: string;
		readonly zoom: (alt: string) => string;
	};
	readonly isCodeWrapped: boolean;
	readonly onwrap: (isWrapped: boolean) => void;
	readonly onzoom: (image: HTMLImageElement) => void;
}

/** What is wider than the screen scrolls by itself and by keyboard, code wraps on request, pictures grow on request. */
export function addFaceExtras(face: HTMLElement, extras: FaceExtras): void {
	for (const table of face.querySelectorAll<HTMLElement>('table')) makeScrollable(table, extras.labels.table);
	const blocks = [...face.querySelectorAll<HTMLElement>('pre')];
	for (const block of blocks) addWrapSwitch(block, extras);
	for (const image of face.querySelectorAll('img')) addZoom(image, extras);
}

function makeScrollable(element: HTMLElement, label: string): void {
	if (element.scrollWidth <= element.clientWidth) return;
	element.tabIndex = 0;
	// A table with another role is no table any more: only what has no role of its own gets one.
	if (element.tagName !== 'TABLE') element.setAttribute('role', 'group');
	element.setAttribute('aria-label', label);
}

function addWrapSwitch(block: HTMLElement, { labels, isCodeWrapped, onwrap }: FaceExtras): void {
	if (block.scrollWidth <= block.clientWidth) return;
	makeScrollable(block, labels.code);
	const button = document.createElement('button');
	button.type = 'button';
	button.className = 'wrap-switch quiet';
	button.textContent = labels.wrap;
	const show = (isWrapped: boolean) => {
		block.classList.toggle('wrapped', isWrapped);
		button.setAttribute('aria-pressed', String(isWrapped));
	};
	button.addEventListener('click', () => {
		const isWrapped = !block.classList.contains('wrapped');
		show(isWrapped);
		onwrap(isWrapped);
	});
	show(isCodeWrapped);
	block.before(button);
}

function addZoom(image: HTMLImageElement, { labels, onzoom }: FaceExtras): void {
	const button = document.createElement('button');
	button.type = 'button';
	button.className = 'zoom';
	button.setAttribute('aria-label', labels.zoom(image.alt));
	button.addEventListener('click', () => {
		if (image.isConnected) onzoom(image);
	});
	image.replaceWith(button);
	button.append(image);
}
