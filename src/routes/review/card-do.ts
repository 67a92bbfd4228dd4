/** What can be done with the card on the screen besides rating it. */
export type CardDo = 'edit' | 'note' | 'flag' | 'skip' | 'bury' | 'suspend' | 'due' | 'forget' | 'info';
