// What stands where an author has still to write something of their own: "[Your headline …]". It claims nothing, and is
// told from every other text, so that nothing is published with it unnoticed. Pure.

const PLACEHOLDER = /\[[^[\]]{1,80}…\]/;

/** @returns the first one in a text */
export const findPlaceholder = (text: string): string | undefined => PLACEHOLDER.exec(text)?.[0];

/** @param what is to be written there, such as "Your headline" */
export const makePlaceholder = (what: string): string => `[${what} …]`;
