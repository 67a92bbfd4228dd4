import type { Handle } from '@sveltejs/kit';
import { isAskedFor } from './shell/is-asked-for.ts';

/** Runs while the pages are made, at build time: there is no server. */
export const handle: Handle = ({ event, resolve }) =>
	resolve(event, { preload: ({ type, path }) => type === 'css' || isAskedFor(path, event.route.id) });
