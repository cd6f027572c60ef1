// What this page was told and what is stored become one grant; nothing comes of no grant.

import { describe, expect, it } from 'vitest';
import { type Grant, isSameGrant, mergeGrants } from '../../../../snippet/remember/grant.ts';

const implied: Grant = { consent: 'implied' };
const granted: Grant = { consent: 'granted' };
const own: Grant = { consent: 'granted', isOwn: true };

describe('grants', () => {
  it.each<[what: string, mine: Grant, stored: Grant | undefined, both: Grant]>([
    ['nothing is stored: mine', implied, undefined, implied],
    ['nothing is stored: mine, with its mark', own, undefined, own],
    ['what was said outweighs what was assumed', implied, granted, granted],
    ['with its mark', implied, own, own],
    ['what was assumed elsewhere does not weaken mine', granted, implied, granted],
    ['nor take its mark', own, implied, own],
    ['a tool’s does not take the mark of mine', own, granted, own],
    ['nor mine that of what is stored', granted, own, own],
    ['both assumed', implied, implied, implied],
  ])('%s', (_what, mine, stored, both) => {
    expect(isSameGrant(mergeGrants(mine, stored), both)).toBe(true);
  });

  it('are never made of none', () => {
    // @ts-expect-error whoever has been told nothing has nothing to merge
    const ask = () => mergeGrants(undefined, granted);
    expect(ask).toThrow();
  });
});
