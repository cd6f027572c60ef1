// Who is previewed next: the original, those in no segment where something is for everyone, each segment, and again.

import { expect, test } from 'vitest';
import type { As } from '../../../../extension/wire/preview-state.ts';
import { stepAs } from '../../../../extension/wire/step-as.ts';
import { shopConfig } from '../../../support/fake-stage.ts';

const original: As = { kind: 'original' };
const nobody: As = { kind: 'segments', ids: [] };
const tents: As = { kind: 'segments', ids: ['tents'] };
const walker: As = { kind: 'visitor', id: 'p', name: 'Pat', events: [], traits: {}, facts: {}, aheadMs: 0 };

const forEveryone = () => {
  const config = shopConfig();
  config.experiences[0]!.variants[0]!.segment = 'everyone';
  return config;
};

test.each<[what: string, as: As, next: As, previous: As]>([
  ['the original', original, tents, tents],
  ['the last one', tents, original, original],
  ['a made-up visitor', walker, tents, tents],
])('where nothing is for everyone, after %s', (_what, as, next, previous) => {
  const config = shopConfig();
  expect([stepAs({ config, as }, 1), stepAs({ config, as }, -1)]).toEqual([next, previous]);
});

test.each<[what: string, as: As, next: As, previous: As]>([
  ['the original', original, nobody, tents],
  ['those in no segment', nobody, tents, original],
  ['a segment', tents, original, nobody],
])('where something is for everyone, after %s', (_what, as, next, previous) => {
  const config = forEveryone();
  expect([stepAs({ config, as }, 1), stepAs({ config, as }, -1)]).toEqual([next, previous]);
});
