import { chooseVoice } from './choose-voice.ts';
import type { SpeechPart } from './speech-parts.ts';

/** How long voices may take to be listed: some browsers list none until asked. */
const voicesWaitMs = 1_500;

/** Reads aloud by the device's own voices, one thing at a time. */
export class Speaker {
	isSpeaking = $state(false);
	/** Why nothing was heard, and of which language. */
	problem = $state.raw<{ readonly code: 'no-voice' | 'failed'; readonly lang: string }>();
	readonly #synthesis: SpeechSynthesis;
	/** Number of the latest reading; an earlier one has ended. */
	#reading = 0;

	constructor(synthesis: SpeechSynthesis) {
		this.#synthesis = synthesis;
	}

	async speak(parts: readonly SpeechPart[]): Promise<void> {
		this.stop();
		const reading = this.#reading;
		this.problem = undefined;
		this.isSpeaking = true;
		const voices = await this.#voices();
		for (const part of parts) {
			if (reading !== this.#reading) return;
			const voice = chooseVoice(voices, part.lang);
			if (voice === undefined) this.problem = { code: 'no-voice', lang: part.lang };
			else if (!(await this.#say(part, voice))) break;
		}
		if (reading === this.#reading) this.isSpeaking = false;
	}

	stop = (): void => {
		this.#reading += 1;
		this.isSpeaking = false;
		this.#synthesis.cancel();
	};

	/** @returns whether it was read to its end */
	#say({ text, lang }: SpeechPart, voice: SpeechSynthesisVoice): Promise<boolean> {
		const utterance = new SpeechSynthesisUtterance(text);
		utterance.voice = voice;
		utterance.lang = voice.lang;
		return new Promise((resolve) => {
			utterance.onend = () => resolve(true);
			utterance.onerror = ({ error }) => {
				if (error !== 'canceled' && error !== 'interrupted') this.problem = { code: 'failed', lang };
				resolve(false);
			};
			this.#synthesis.speak(utterance);
		});
	}

	async #voices(): Promise<readonly SpeechSynthesisVoice[]> {
		const voices = this.#synthesis.getVoices();
		if (voices.length > 0) return voices;
		await new Promise<void>((resolve) => {
			this.#synthesis.addEventListener('voiceschanged', () => resolve(), { once: true });
			setTimeout(resolve, voicesWaitMs);
		});
		return this.#synthesis.getVoices();
	}
}
