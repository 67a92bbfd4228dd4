import type { ImageFailure } from './fetch-images.ts';

/** A line for the command line: which picture is not here, and why. */
export function sayImageFailure({ address, reason, status }: ImageFailure): string {
	return `Picture not fetched: ${address}: ${reasons[reason].replace('{}', String(status ?? ''))}`;
}

const reasons: Readonly<Record<ImageFailure['reason'], string>> = {
	'not-https': 'its address is not https.',
	unreachable: 'the server could not be reached.',
	status: 'the server answered {}.',
	'too-slow': 'it took longer than 15 seconds.',
	'too-large': 'it is larger than 4 MB.',
	'no-picture': 'what came is no picture.',
	'no-room': 'the pictures of the deck would be larger than 64 MB together.'
};
