// The library is on the device, so there is nothing to render elsewhere: every route is a prerendered shell.
export const ssr = false;
export const prerender = true;
