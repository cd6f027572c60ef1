// The name of a file of items, by what it holds: another file has another name, so that no browser keeps a stale one.

import { hash } from '../../engine/hash.ts';

/** @param text of the file */
export const nameItems = (text: string): string =>
  `selvedge-items-${hash(text).toString(16).padStart(8, '0')}.js`;
