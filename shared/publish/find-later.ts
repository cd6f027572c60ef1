// Which file holds the config of a tag in two: the first names it, the second lies beside that. Pure: text in, text out.
// The text may come from any page, so what is found is only a name of ours.

import { SETTINGS } from '../engine/lines/table.ts';
import { LATER } from './siblings.ts';

/** How the table begins that the first file is handed, written as text of JavaScript (compose.ts). */
const START = `(\`\n${SETTINGS}\t{`;
/** Longer than any settings; they stand on one line, which says what it is to be read by. */
const MOST = 200_000;
const NAME = /"later":"([0-9a-z]{1,16})"/;

/**
 * @param script the source of a tag, or the text of an inline script element
 * @returns as it is asked for, such as `selvedge-later.js?1x2y3z`; undefined when it is no first file
 */
export function findLater(script: string): string | undefined {
  const from = script.indexOf(START);
  if (from < 0) return undefined;
  const end = script.indexOf('\n', from + START.length);
  const settings = script.slice(from + START.length, Math.min(end < 0 ? script.length : end, from + MOST));
  const [, name] = NAME.exec(settings) ?? [];
  return name === undefined ? undefined : `${LATER.name}?${name}`;
}
