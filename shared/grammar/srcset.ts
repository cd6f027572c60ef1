// Reads the addresses of a srcset by the grammar browsers read it by: an address ends at white space, and may hold
// commas. Pure: no DOM.

/** White space is HTML's: JavaScript's `\s` is more. What an address without descriptors ends in, commas, is cut off. */
const CANDIDATE = /[\t\n\f\r ,]*(?:([^\t\n\f\r ]*),(?![^\t\n\f\r ])|([^\t\n\f\r ]+)(?:\([^)]*\)?|[^(,])*)/g;

/** @see https://html.spec.whatwg.org/multipage/images.html#parse-a-srcset-attribute */
export const readSrcset = (srcset: string): string[] =>
  [...srcset.matchAll(CANDIDATE)]
    .map(([, bare, described]) => bare?.replace(/,+$/, '') ?? described ?? '')
    .filter((address) => address);
