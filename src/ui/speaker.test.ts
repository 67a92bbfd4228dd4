import { beforeEach, expect, it, vi } from 'vitest';
import { Speaker } from './speaker.svelte.ts';

interface Utterance {
	readonly text: string;
	lang: string;
	onend: () => void;
	onerror: (event: { readonly error: string }) => void;
}

/** A browser that speaks at once, or fails. */
function fakeSynthesis(langs: readonly string[], error?: string) {
	const said: string[] = [];
	const synthesis = {
		getVoices: () => langs.map((lang) => ({ lang, default: false, localService: true })),
		cancel: vi.fn(),
		speak: (utterance: Utterance) => {
			said.push(`${utterance.lang}: ${utterance.text}`);
			if (error === undefined) utterance.onend();
			else utterance.onerror({ error });
		}
	};
	return { said, synthesis: synthesis as unknown as SpeechSynthesis };
}

beforeEach(() => {
	vi.stubGlobal(
		'SpeechSynthesisUtterance',
		class {
			constructor(readonly text: string) {}
		}
	);
});

const parts = [
	{ lang: 'en', text: 'ADD' },
	{ lang: 'zh-Hant-TW', text: '是什麼' }
];

it('reads each part by its voice, one after another', async () => {
	const { said, synthesis } = fakeSynthesis(['zh-TW', 'en-GB']);
	const speaker = new Speaker(synthesis);
	const speaking = speaker.speak(parts);
	expect(speaker.isSpeaking).toBe(true);
	await speaking;
	expect(said).toEqual(['en-GB: ADD', 'zh-TW: 是什麼']);
	expect(speaker.isSpeaking).toBe(false);
	expect(speaker.problem).toBeUndefined();
});

it('says which language has no voice, and reads the rest', async () => {
	const { said, synthesis } = fakeSynthesis(['en-GB']);
	const speaker = new Speaker(synthesis);
	await speaker.speak(parts);
	expect(said).toEqual(['en-GB: ADD']);
	expect(speaker.problem).toEqual({ code: 'no-voice', lang: 'zh-Hant-TW' });
});

it('reports a failure, and takes being interrupted for none', async () => {
	for (const [error, code] of [
		['synthesis-failed', 'failed'],
		['interrupted', undefined]
	] as const) {
		const { said, synthesis } = fakeSynthesis(['en-GB', 'zh-TW'], error);
		const speaker = new Speaker(synthesis);
		await speaker.speak(parts);
		expect(said).toHaveLength(1);
		expect(speaker.problem?.code).toBe(code);
	}
});

it('stops what it reads when it is to read something else', async () => {
	const { said, synthesis } = fakeSynthesis(['en-GB', 'zh-TW']);
	const speaker = new Speaker(synthesis);
	const first = speaker.speak(parts);
	await speaker.speak([{ lang: 'en', text: 'COPY' }]);
	await first;
	expect(said).toEqual(['en-GB: COPY']);
});
