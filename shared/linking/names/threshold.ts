/** Names compared at this or above are held to be of the same party, as far as names can tell. */
export const sameNameThreshold = 0.57;
