// Takes the config out of a bundled tag again: the inverse of bundle(). Pure: text in, value out.
//
// A bundled tag holds the config as one JSON literal that begins with its version. The text may come from any
// page, so what is found is only data: whoever uses it must check it (checkConfig). Any page, so also one that was
// made to keep us busy: how often it is read is bounded.

const START = /\{(?:"\$schema":"[^"]{0,2000}",)?"version":\d/g;

/** A tag holds one; of other objects that begin alike so many are looked at, … */
const MOST_STARTS = 50;
/** … and all of them together for so many times the length of the text. */
const MOST_READINGS = 4;

/** Index after the object that begins at `start`, or −1 when it never ends. */
function findEnd(text: string, start: number): number {
  let depth = 0;
  let isText = false;
  for (let at = start; at < text.length; at++) {
    const char = text[at];
    if (isText) {
      if (char === '\\') at++;
      else if (char === '"') isText = false;
    } else if (char === '"') isText = true;
    else if (char === '{' || char === '[') depth++;
    else if ((char === '}' || char === ']') && --depth === 0) return at + 1;
  }
  return -1;
}

/**
 * @param script the source of a tag, or the text of an inline script element
 * @returns the config as found, unchecked; undefined when there is none inside
 */
export function readBundled(script: string): unknown {
  let starts = 0;
  let left = MOST_READINGS * script.length;
  for (const { index } of script.matchAll(START)) {
    if (++starts > MOST_STARTS || left <= 0) return undefined;
    const end = findEnd(script, index);
    left -= (end < 0 ? script.length : end) - index;
    if (end < 0) continue;
    try {
      const value: unknown = JSON.parse(script.slice(index, end));
      if (value && typeof value === 'object' && 'segments' in value && 'experiences' in value) return value;
    } catch {
      // some other object of the page that begins alike
    }
  }
  return undefined;
}
