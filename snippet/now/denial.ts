// The denial on file, which a site may clear away (at logout, say): that does not undo what its visitor said. loop.ts holds
// it once the rest of the tag is there.

import { DENIED, KEY } from '../own-file.ts';

/** @returns what is on file, if it is a denial */
export function readDenial(): string {
  try {
    return denialIn(localStorage.getItem(KEY));
  } catch {
    // blocked: then nothing is there
    return '';
  }
}

/** @param file what is on file, or was */
export const denialIn = (file: string | null): string => (file?.startsWith(DENIED) ? file : '');

/** Puts it back where nothing is on file any more. */
export function putBack(denial: string): void {
  try {
    if (denial && !localStorage.getItem(KEY)) localStorage.setItem(KEY, denial);
  } catch {
    // blocked
  }
}
