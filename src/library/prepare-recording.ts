/** Fetches what an answer needs and a question does not. Where it cannot be had now, the answer asks for it again. */
export const prepareRecording = (): Promise<unknown> => import('./record-events.ts').catch(() => undefined);
