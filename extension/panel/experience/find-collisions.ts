// Which experiences get in each other's way: the same aspect of the same element on pages that both have. The
// earlier one wins.
//
// Read off the config alone, so it sees what two changes say, not what two selectors find: the checks on the page
// find the rest. Says "may": whether one visitor gets both depends on the segments.

import { decodePath } from '../../../shared/engine/address.ts';
import { keysOf } from '../../../shared/engine/aspect.ts';
import type { Config } from '../../../shared/schema/config.ts';
import type { Experience } from '../../../shared/schema/experience.ts';
import { sayTarget } from '../../wire/say-change.ts';

export interface Collision {
  /** the other experience */
  with: Experience;
  /** whether the other one stands earlier, and so wins */
  isEarlier: boolean;
  /** the elements that both want, in words, each once */
  elements: string[];
}

/** Whether some text fits both globs. Each pair of places is looked at once, however many stars there are. */
function overlaps(a: string, b: string): boolean {
  const known = new Map<number, boolean>();
  const meet = (i: number, j: number): boolean => {
    const key = i * (b.length + 1) + j;
    const found = known.get(key) ?? compare(i, j);
    known.set(key, found);
    return found;
  };
  const compare = (i: number, j: number): boolean => {
    if (i === a.length && j === b.length) return true;
    if (a[i] === '*') return meet(i + 1, j) || (j < b.length && meet(i, j + 1));
    if (b[j] === '*') return meet(i, j + 1) || (i < a.length && meet(i + 1, j));
    return i < a.length && j < b.length && a[i] === b[j] && meet(i + 1, j + 1);
  };
  return meet(0, 0);
}
/** Only the path: one experience may name the host, the other not. */
const toPath = (pattern: string): string =>
  decodePath(pattern.replace(/^[^/]*:\/\/[^/]*/, '').replace(/\?.*/s, '') || '/')
    .replace(/\*+/g, '*')
    .replace(/(.)\/+$/, '$1');

export function sharePages(a: string[], b: string[]): boolean {
  const split = (pages: string[]) => ({
    wanted: pages.filter((one) => !one.startsWith('!')),
    not: new Set(pages.filter((one) => one.startsWith('!')).map((one) => one.slice(1))),
  });
  const [left, right] = [split(a), split(b)];
  const every = (wanted: string[]) => (wanted.length ? wanted : ['*']);
  return every(left.wanted).some((one) =>
    every(right.wanted).some(
      (other) => !right.not.has(one) && !left.not.has(other) && overlaps(toPath(one), toPath(other)),
    ),
  );
}

export function findCollisions(config: Config, id: string): Collision[] {
  const at = config.experiences.findIndex((one) => one.id === id);
  const mine = config.experiences[at];
  if (!mine || mine.status === 'paused') return [];
  const changes = mine.variants.flatMap((variant) => variant.changes);
  return config.experiences.flatMap((other, index) => {
    if (index === at || other.status === 'paused' || !sharePages(mine.pages, other.pages)) return [];
    const taken = new Set(other.variants.flatMap((variant) => variant.changes.flatMap(keysOf)));
    const elements = changes
      .filter((change) => keysOf(change).some((key) => taken.has(key)))
      .map((change) => sayTarget(change) ?? '');
    return elements.length ? [{ with: other, isEarlier: index < at, elements: [...new Set(elements)] }] : [];
  });
}
