import { loadPart } from './load-part.ts';
import type * as recordEvents from './record-events.ts';

let recording: Promise<typeof recordEvents> | undefined;

/** Kept: asking the browser for a module that is there already costs a turn, and every answer would wait for it. */
export function loadRecording(): Promise<typeof recordEvents> {
	recording ??= loadPart(import('./record-events.ts')).catch((error: unknown) => {
		recording = undefined;
		throw error;
	});
	return recording;
}

/** Fetches what an answer needs and a question does not. Where it cannot be had now, the answer asks for it again. */
export const prepareRecording = (): Promise<unknown> => loadRecording().catch(() => undefined);
