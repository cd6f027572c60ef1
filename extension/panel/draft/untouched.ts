// Whether a problem lies in a part that this draft left as it is live: its author need not think of it now.

import type { Config } from '../../../shared/schema/config.ts';
import { isSame } from './is-same.ts';

/** @param path of a problem @param base what the draft began with */
export function isUntouched(path: string, config: Config, base: Config | undefined): boolean {
  const [, list, at] = /^(segments|experiences|questions)\[(\d+)\]/.exec(path) ?? [];
  if (list !== 'segments' && list !== 'experiences' && list !== 'questions') return false;
  const mine = config[list]?.[Number(at)];
  const before = mine && base?.[list]?.find(({ id }) => id === mine.id);
  return before !== undefined && isSame(before, mine);
}
