// What a test waits for until it is on file: two rests in a row that change nothing, not one.

import { afterEach, expect, test, vi } from 'vitest';
import { filed } from '../../support/page-api.ts';

afterEach(() => vi.unstubAllGlobals());

const here = { evaluate: async <Answer>(fn: () => Answer | Promise<Answer>) => await fn() };

/** A page whose file holds these after so many rests, and then the last of them. */
function openPage(...held: (string | null)[]) {
  let rests = 0;
  vi.stubGlobal('localStorage', { getItem: () => held[Math.min(rests, held.length - 1)] });
  vi.stubGlobal('requestIdleCallback', (done: () => void) => {
    rests++;
    done();
  });
  return () => rests;
}

test.each<[what: string, held: (string | null)[], rests: number]>([
  ['nothing is written', ['a'], 2],
  ['nothing is kept at all', [null], 2],
  ['it is written in the first rest', ['a', 'b'], 3],
  ['it is written in the second', ['a', 'a', 'b'], 4],
  ['and again a rest later', ['a', 'b', 'b', 'c'], 5],
])('%s', async (_what, held, rests) => {
  const read = openPage(...held);
  await filed(here);
  expect(read()).toBe(rests);
});
