/**
 * Hands a file in pieces to the person: packed while it is written, saved by the browser's download.
 * @param pieces UTF-8, in order
 */
export async function downloadPacked(
	name: string,
	pieces: AsyncIterable<Uint8Array<ArrayBuffer>>
): Promise<void> {
	const stream = readableOf(pieces).pipeThrough(new CompressionStream('gzip'));
	// Packed, a million reviews are some tens of megabytes: a browser keeps blobs of that size on disk.
	const blob = await new Response(stream, { headers: { 'content-type': 'application/gzip' } }).blob();
	const url = URL.createObjectURL(blob);
	const link = document.createElement('a');
	link.href = url;
	link.download = name;
	link.click();
	// The download has begun by then; the address is of no further use.
	setTimeout(() => URL.revokeObjectURL(url), 60_000);
}

function readableOf(pieces: AsyncIterable<Uint8Array<ArrayBuffer>>): ReadableStream<BufferSource> {
	const iterator = pieces[Symbol.asyncIterator]();
	return new ReadableStream({
		async pull(controller) {
			const next = await iterator.next();
			if (next.done === true) controller.close();
			else controller.enqueue(next.value);
		}
	});
}
