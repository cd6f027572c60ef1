// Loads a file that lies in the tag's own directory, when it is first needed.
//
// `import()`, not a script element: no node in the page, the tag's nonce counts for it, and Trusted Types have
// nothing to ask. What is loaded is an ES module of the tag's own origin.

// only known while the tag runs; a page can clobber the name
const tag = document.currentScript instanceof HTMLScriptElement ? document.currentScript.src : '';

/**
 * @param file name of the file, such as `selvedge-panel.js`
 * @returns the module; the same one when asked again
 * @throws (rejects) when the tag stands inline, so that nothing lies beside it, or the file is not there
 */
export const loadBeside = async (file: string): Promise<unknown> => import(new URL(file, tag).href);
