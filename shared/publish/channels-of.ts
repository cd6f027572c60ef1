// Which channels a page must tell apart before its first paint: of those that all tests answer alike, one name is enough.

import { holds } from '../engine/predicate.ts';
import type { Predicate } from '../schema/predicate.ts';
import type { Wanted } from './compose.ts';
import type { Tested } from './tests-in.ts';

/** By the name of what speaks for them (snippet/observe/arrival.ts), in the order in which they are tried. */
const UTM: [channel: string, name: string][] = [
  ['email', 'utmEmail'],
  ['paid', 'utmPaid'],
  ['affiliate', 'utmAffiliate'],
  ['social', 'utmSocial'],
  ['search', 'utmSearch'],
  ['referral', 'utmReferral'],
];
const HOSTS: typeof UTM = [
  ['ai', 'hostsAi'],
  ['email', 'hostsEmail'],
  ['search', 'hostsSearch'],
  ['social', 'hostsSocial'],
];

export const ALL_CHANNELS = { utm: Object.fromEntries(UTM), hosts: Object.fromEntries(HOSTS) };

const isAsked = (key: string): boolean => key === 'channel' || key === 'medium';

/** The tests of a channel, and of the medium that is made of one; undefined where they cannot be told from others. */
function findTests(tests: Tested[]): [key: string, is: Predicate][] | undefined {
  const found: [string, Predicate][] = [];
  for (const { kind, key, is } of tests) {
    if (kind === 'trait') continue;
    const fields = kind === 'fact' ? { [key]: is } : Object(is);
    for (const [field, test] of Object.entries(fields)) {
      if (isAsked(field)) found.push([field, test as Predicate]);
      else if (field.startsWith('$') && /"(channel|medium)/.test(JSON.stringify(test))) return undefined;
    }
  }
  return found;
}

/** @returns what speaks for channels, by where it is looked for */
export function channelsOf(tests: Tested[]): Wanted {
  const asked = findTests(tests);
  if (!asked) return ALL_CHANNELS;
  const answers = (channel: string): string =>
    asked
      .map(([key, is]) => +holds(is, key === 'medium' && channel === 'search' ? 'organic' : channel))
      .join();
  /** Those at the end that are answered as none is need not be known. */
  const cut = (rules: typeof UTM, none: string): Wanted => {
    const last = rules.findLastIndex(([channel]) => answers(channel) !== answers(none));
    return Object.fromEntries(rules.slice(0, last + 1));
  };
  return { utm: cut(UTM, 'campaign'), hosts: cut(HOSTS, 'referral') };
}
