// As for the deck's own page: which decks there are is known on the device alone.
export const prerender = false;
