// Who gets the original everywhere does so before the first paint, and the rest places by the same seed.
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { isHeldOut } from '../../../../shared/engine/held-out.ts';
import { trimConfig } from '../../../../shared/publish/bundle.ts';
import { compose, type Pieces } from '../../../../shared/publish/compose.ts';
import { publishNow } from '../../../../shared/publish/publish-now.ts';
import type { Config } from '../../../../shared/schema/config.ts';
import type { Started } from '../../../../snippet/now/start.ts';
import { configOf } from '../../shared/engine/arbitraries.ts';
import { decideIn } from './run-now.ts';

const pieces: Pieces = JSON.parse(readFileSync('dist/selvedge.parts.json', 'utf8'));
const configWith = (holdout: number | undefined): Config => ({
  ...configOf([]),
  privacy: { consent: 'implied' },
  measure: { ping: {}, ...(holdout !== undefined && { holdout }) },
  experiences: [
    {
      id: 'e',
      name: '',
      status: 'live',
      pages: ['*'],
      variants: [{ id: 'a', name: '', segment: 'everyone', changes: [] }],
    },
  ],
});
const page = { path: '/', from: '', isMissing: false };
let draws = 0;
const crypto = {
  getRandomValues(bytes: Uint8Array) {
    bytes.fill(draws);
    bytes[0] = draws++;
    return bytes;
  },
};

/** What a browser with this seed on file, or none, decides before the first paint. */
function decide(config: Config, seed?: string) {
  const { table, parts } = publishNow(pieces, trimConfig(config));
  const script = compose(pieces, 'startUnlessHeldOut', parts, table);
  const stored = seed ? JSON.stringify({ consent: 'implied', seed }) : '';
  const started: unknown = decideIn(script, page, 1_800_000_000_000, stored, { crypto });
  return (started as Started).decided;
}

test('nothing is given to who is held out, and all others get what they would', () => {
  const counts: [number, number] = [0, 0];
  for (let i = 0; i < 60; i++) {
    const seed = `seed ${i}`;
    const isOut = isHeldOut(seed, 0.5);
    counts[isOut ? 1 : 0]++;
    const decided = decide(configWith(0.5), seed);
    expect(decided?.given.map(({ outcome }) => outcome)).toEqual(isOut ? [] : ['variant']);
    expect(decided?.seed).toBe(seed);
  }
  expect(Math.min(...counts)).toBeGreaterThan(10);
});

test('of a newcomer too, by a seed that is handed over', () => {
  const counts: [number, number] = [0, 0];
  for (let i = 0; i < 60; i++) {
    const decided = decide(configWith(0.5));
    const isOut = isHeldOut(`${decided?.seed}`, 0.5);
    counts[isOut ? 1 : 0]++;
    expect(decided?.given).toHaveLength(isOut ? 0 : 1);
  }
  expect(Math.min(...counts)).toBeGreaterThan(10);
});

test('a config without such a holdout is published without any of it', () => {
  const [without, none, with_] = [undefined, 0, 0.5].map(
    (holdout) => publishNow(pieces, configWith(holdout)).script,
  );
  const { measure: _, ...rest } = configWith(undefined);
  const never = publishNow(pieces, rest).script;
  expect(without).toBe(never);
  expect(none).toBe(never);
  expect(with_).toContain('*/holdout');
  expect(never).not.toContain('/holdout`');
});
