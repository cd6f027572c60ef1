// What this visitor gets on this page, before anything else is loaded: looked up, never worked out.

import { readPageAddress } from '../../shared/engine/glob.ts';
import { askPage } from '../../shared/engine/lines/ask-page.ts';
import { type Given, giveEntry } from '../../shared/engine/lines/entry.ts';
import { findEntries } from '../../shared/engine/lines/find-entries.ts';
import type { Outcome } from '../../shared/engine/lines/line.ts';
import type { PageTest } from '../../shared/engine/lines/page-test.ts';
import type { Opened, Remembered } from '../../shared/engine/lines/remembered.ts';
import type { Settings } from '../../shared/engine/lines/settings.ts';
import { type Asked, askTree } from '../../shared/engine/lines/tree.ts';
import type { Facts } from '../../shared/engine/view.ts';
import type { Standing } from '../consent/standing.ts';
import { type Parts, refuse } from './parts.ts';
import type { File } from './read-file.ts';

export interface Decided {
  standing: Standing;
  /** ms since epoch: when the page was opened, as it was decided */
  at: number;
  /** made here where there was none; missing where nobody was placed by it */
  seed?: string;
  given: Given[];
  /** by its place in the config */
  isIn(segment: number): boolean;
}

const UNKNOWN: Outcome = { place: undefined, path: '' };
const NOTHING: Remembered = { rules: '', answers: {}, newestAt: 0, traits: {} };

/** @param at ms since epoch */
export function decideNow(
  table: string,
  settings: Settings,
  parts: Parts,
  standing: Standing,
  file: File,
  at: number,
): Decided {
  const { holds = refuse, outcomeOf = refuse, readArriving = refuse } = parts;
  const { place = refuse, createSeed = refuse, chooseShare = refuse, openPage = refuse } = parts;
  const url = new URL(location.href);
  const { rules } = settings;
  const isWaiting = standing === 'waiting';
  // of whom nothing may be known or is on file a newcomer's answers hold; a file of an earlier tag tells nothing
  const isNewcomer = isWaiting || !file.consent;
  const remembered = isNewcomer ? { ...NOTHING, rules } : (file.now ?? NOTHING);
  let { seed } = file;
  let opened: Opened[] | undefined;
  let facts: Facts | undefined;
  const open = (): Opened[] => {
    opened ??= readArriving(settings, url, parts).map((arriving) => openPage(remembered, arriving, at));
    return opened;
  };
  /** Where the page may be one of several, what all of them answer. */
  const outcome = (tests: PageTest[]): Outcome => {
    const [first = UNKNOWN, ...others] = open().map(({ page }) => outcomeOf(tests, page));
    const isOther = ({ place, path }: Outcome) =>
      place !== first.place || (path !== first.path && tests.some(({ kind }) => kind === 'path'));
    return others.some(isOther) ? UNKNOWN : first;
  };
  const asked: Asked = askPage({
    table,
    rules,
    remembered,
    at,
    isDoubted: isWaiting,
    test: holds,
    outcome,
    fact(key) {
      const own = parts.openPage && open()[0]?.facts[key];
      if (own !== undefined) return own;
      facts ??= parts.readFacts?.(url, {}) ?? {};
      return facts[key];
    },
  });
  const placeIn = (salt: string): number => {
    seed ??= createSeed();
    return place(seed, salt);
  };
  const given = findEntries(table, readPageAddress(url)).map((entry): Given => {
    try {
      return giveEntry(entry, asked, at, placeIn, chooseShare);
    } catch (error) {
      const [order, id] = entry;
      return { order, id, outcome: 'original', eligible: false, error };
    }
  });
  return {
    standing,
    at,
    ...(seed !== undefined && { seed }),
    given,
    isIn: (segment) => askTree(['#', segment], asked) === 1,
  };
}
