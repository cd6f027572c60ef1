// What the tour's shop and whoever clears up after it call the same: names in localStorage, which all pages of the
// extension share, and of a lock. The shop's script needs no more of the extension.

/** The shop was open. */
export const BEGUN = 'tour:begun';

/** The config that was published in the tour. */
export const PUBLISHED = 'tour:published';

/** Each open page of the shop holds it, with others. */
export const SHOP_LOCK = 'tour:shop';
