// How a list of ours stands before the page's own, and the page's own is not rendered meanwhile.

/** Marks ours. */
export const LIST = 'data-selvedge-list';

/** The page's own. What else of ours was put between the two does not count. */
export const SHOWN_OVER = `[${LIST}]+:not([data-selvedge]),[${LIST}]+[data-selvedge]+:not([data-selvedge])`;
export const RULE = `${SHOWN_OVER}{display:none!important}`;
