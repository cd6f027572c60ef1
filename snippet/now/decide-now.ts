// What this visitor gets on this page, before anything else is loaded: looked up, never worked out.

import { readPageAddress } from '../../shared/engine/glob.ts';
import { askPage } from '../../shared/engine/lines/ask-page.ts';
import { type Given, giveEntry } from '../../shared/engine/lines/entry.ts';
import { findEntries, isListed } from '../../shared/engine/lines/find-entries.ts';
import type { Opened, Remembered } from '../../shared/engine/lines/remembered.ts';
import type { Settings } from '../../shared/engine/lines/settings.ts';
import { type Asked, askTree } from '../../shared/engine/lines/tree.ts';
import type { Standing } from '../consent/standing.ts';
import type { Decided } from './decided.ts';
import type { Parts } from './parts.ts';
import type { File } from './read-file.ts';
import { refuse } from './refuse.ts';

const NOTHING: Remembered = { rules: '', answers: {}, newestAt: 0, traits: {} };

/**
 * @param at ms since epoch
 * @param stated traits that the page has stated so far
 */
export function decideNow(
  table: string,
  settings: Settings,
  parts: Parts,
  standing: Standing,
  file: File,
  at: number,
  stated: Remembered['traits'],
): Decided {
  const {
    ownPages = refuse,
    askOwn = refuse,
    fitsPages = isListed,
    testFact = refuse,
    place = refuse,
    createSeed = refuse,
    chooseShare = refuse,
  } = parts;
  const { operators = {}, facts = {} } = parts;
  const holds = parts.holdsBy?.(operators, parts) ?? refuse;
  const url = new URL(location.href);
  const address = readPageAddress(url, parts.readPageQuery);
  const { rules } = settings;
  const isWaiting = standing === 'waiting';
  // of whom nothing may be known or is on file a newcomer's answers hold; a file of an earlier tag tells nothing
  const isNewcomer = isWaiting || !file.consent;
  const known = file.now ?? NOTHING;
  const past = isNewcomer ? { ...NOTHING, rules } : (parts.withDays?.(known, at) ?? known);
  const remembered = { ...past, traits: { ...past.traits, ...stated } };
  let { seed } = file;
  let opened: Opened[] | undefined;
  const open = (): Opened[] => {
    // of a visit with pages that nobody has counted yet nothing is known
    opened ??= file.left ? [] : ownPages(remembered, settings, url, address, at, parts);
    return opened;
  };
  const factsOf = (key: string): unknown[] =>
    facts[key] ? [facts[key](url, at, key)] : open().map((page) => page.facts[key]);
  const asked: Asked = askPage({
    table,
    rules,
    remembered,
    at,
    isDoubted: isWaiting || !!file.left,
    holds,
    fact: (key, is) => testFact(is, factsOf(key), holds),
    own(lines, tests) {
      const pages = open().map(({ page }) => page);
      return askOwn(lines, tests, pages, at, holds, parts);
    },
  });
  const placeIn = (salt: string): number => {
    seed ??= createSeed();
    return place(seed, salt);
  };
  const given = findEntries(table, address, fitsPages).map((entry): Given => {
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
    seed,
    given,
    isKnown: !isNewcomer,
    remembered,
    facts: factsOf,
    ask: (segment) => askTree(['#', segment], asked),
  };
}
