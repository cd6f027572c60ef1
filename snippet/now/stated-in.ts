// The traits that a page has stated in its queue, before there was anybody to hear it: they count from the start.

import type { Remembered } from '../../shared/engine/lines/remembered.ts';

/** @param queue whatever the page has put there: of what is no such call nothing is taken */
export function statedIn(queue: unknown[]): Remembered['traits'] {
  const stated = {};
  for (const entry of queue) if (Array.isArray(entry) && entry[0] === 'set') Object.assign(stated, entry[1]);
  return stated;
}
