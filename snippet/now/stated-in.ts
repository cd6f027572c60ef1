// The traits that a page has stated in its queue, before there was anybody to hear it: they count from the start.

import type { Remembered } from '../../shared/engine/lines/remembered.ts';

/** What the rest surely keeps as it is (shared/page/props.ts): it leaves out what looks personal, and null takes a trait away. */
const SURE = /^([a-z ._-]{0,99}|[\w.-]{0,4})$/i;

const isSure = (value: unknown): boolean =>
  typeof value === 'string'
    ? SURE.test(value)
    : typeof value === 'boolean' || (typeof value === 'number' && Math.abs(value) < 1e6);

/**
 * @param queue whatever the page has put there: of what is no such call nothing is taken
 * @returns null where the rest alone can tell what becomes of them
 */
export function statedIn(queue: unknown[]): Remembered['traits'] | null {
  const stated: Remembered['traits'] = {};
  for (const entry of queue) {
    if (!Array.isArray(entry) || entry[0] !== 'set') continue;
    const [, given] = entry;
    if (!given || typeof given !== 'object' || Array.isArray(given)) continue;
    for (const [name, value] of Object.entries(given)) {
      if (!SURE.test(name) || !isSure(value)) return null;
      stated[name] = value as boolean;
    }
  }
  return stated;
}
