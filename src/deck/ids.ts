declare const kind: unique symbol;
/** A string that cannot be mistaken for another kind of id. */
type Id<Kind extends string> = string & { readonly [kind]: Kind };

/** Minted once (80 random bits, base32) and never derived, so that no edit of a note loses a card's reviews. */
export type CardId = Id<'card'>;
/** One Markdown file (or pasted text) of a deck. */
export type NoteId = Id<'note'>;
export type DeckId = Id<'deck'>;
/** SHA-256 of the bytes, hexadecimal. */
export type AssetHash = Id<'asset'>;
