// The tag's file in localStorage: whoever reads or writes it knows it by this.

/** Of the file, and of the database. */
export const KEY = 'selvedge';

/** How the file of a refusal begins: `}` follows where it is the visitor's own, ` }` where a consent tool said it. */
export const DENIED = '{"consent":"denied"';
