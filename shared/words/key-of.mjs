// The key of a sentence in a catalog, for t.ts and for what writes the catalogs (extension/gather-words.mjs).

/**
 * FNV-1a in 32 bits; `npm run words` refuses two sentences with one key. Keys are letters and digits:
 * https://developer.mozilla.org/docs/Mozilla/Add-ons/WebExtensions/Internationalization
 *
 * @param {string} english with `{0}`, `{1}` … where values go
 */
export function keyOf(english) {
  let hash = 0x811c9dc5;
  for (let at = 0; at < english.length; at++)
    hash = Math.imul(hash ^ english.charCodeAt(at), 0x01000193) >>> 0;
  return `t${hash.toString(36)}`;
}
