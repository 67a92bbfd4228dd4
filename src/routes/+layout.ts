import { openLibrary } from './app.ts';

// The library is on the device, so there is nothing to render elsewhere: every route is a prerendered shell.
export const ssr = false;
export const prerender = true;

/** The library is being opened before anything is drawn. */
export const load = () => ({ opening: openLibrary() });
