// How a list of ours stands before the page's own, and the page's own is not rendered meanwhile.

/** Marks ours. */
export const LIST = 'data-selvedge-list';

/** What else of ours was put between the two does not count. */
export const RULE = `[${LIST}]+:not([data-selvedge]),[${LIST}]+[data-selvedge]+:not([data-selvedge]){display:none!important}`;
