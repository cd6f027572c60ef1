// Loads a file that lies in the tag's own directory, when it is first needed.
//
// `import()`, not a script element: no node in the page, the tag's nonce counts for it, and Trusted Types have
// nothing to ask. What is loaded is an ES module of the tag's own origin.
// https://w3c.github.io/trusted-types/dist/spec/

import { tag } from './tag.ts';

/**
 * @param file name of the file, such as `selvedge-panel.js`
 * @returns the module; the same one when asked again
 * @throws (rejects) when the file is not there
 */
export const loadBeside = async (file: string): Promise<unknown> => import(new URL(file, tag.address).href);
