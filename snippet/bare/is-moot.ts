// Whether the visitor has refused whatever the config says, and nothing is remembered that the rest would have to erase.

import type { Tag } from '../find-tag.ts';
import { readFile } from '../now/read-file.ts';
import { stand } from '../now/stand.ts';
import { isForRest } from '../now/start.ts';

/**
 * A browser's signal is for the rest: how it is meant, only the config says.
 *
 * @param isRefused somebody has refused on this page
 */
export function isMoot({ consent }: Tag, isRefused: boolean): boolean {
  const file = readFile();
  const isDenied = isRefused || stand({}, consent, false, file) === 'denied';
  return isDenied && (!file.consent || file.consent === 'denied') && !isForRest();
}
