// Which decks there are is known on the device alone; the shell answers for each of them.
export const prerender = false;
