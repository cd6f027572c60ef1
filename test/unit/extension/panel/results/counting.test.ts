// Counting switched on and off in a draft, and what is missing before it says anything.
import { expect, test } from 'vitest';
import {
  findMeasured,
  switchCountingOff,
  switchCountingOn,
} from '../../../../../extension/panel/results/counting.ts';
import { checkConfig } from '../../../../../shared/schema/check.ts';
import type { Config } from '../../../../../shared/schema/config.ts';

const variant = { id: 'a', name: 'A', segment: 'everyone', changes: [] };
const experience = (id: string, more: object = {}): Config['experiences'][0] => ({
  id,
  name: id,
  status: 'live',
  pages: ['/'],
  goal: 'order',
  holdout: 0.1,
  variants: [variant],
  ...more,
});
const made = (more: Partial<Config> = {}): Config => ({
  version: 1,
  site: 'shop.example',
  revision: 1,
  segments: [],
  goals: [
    { id: 'order', name: 'Order', event: 'purchase', value: 'value' },
    { id: 'large', name: 'Large', event: 'purchase', value: 'value', cap: 500 },
  ],
  experiences: [experience('tents')],
  ...more,
});

test('on: what the panel made can be counted, and what somebody is worth where it has an end', () => {
  const config = made();
  switchCountingOn(config);
  expect(config.measure).toEqual({ ping: {} });
  expect(config.goals?.map(({ value }) => value)).toEqual([undefined, 'value']);
  expect(checkConfig(config).problems.filter(({ severity }) => severity === 'error')).toEqual([]);
});

test('on: what the owner has chosen stays', () => {
  const config = made({ measure: { goals: ['large'], ping: { level: 'private', window: '7d' } } });
  switchCountingOn(config);
  expect(config.measure).toEqual({ goals: ['large'], ping: { level: 'private', window: '7d' } });
});

test('off: nothing is left but what is not of counting', () => {
  const config = made({ measure: { ping: {} } });
  switchCountingOff(config);
  expect(config).not.toHaveProperty('measure');
  switchCountingOff(config);
  expect(config).not.toHaveProperty('measure');
  const told = made({ measure: { ping: {}, tell: [{ to: 'matomo' }] } });
  switchCountingOff(told);
  expect(told.measure).toEqual({ tell: [{ to: 'matomo' }] });
});

test('what is missing is said of what visitors get, and not where there is nothing to count', () => {
  const { goal: _goal, ...aimless } = experience('aimless');
  const config = made({
    experiences: [
      experience('ready'),
      experience('split', { holdout: 0, variants: [variant, { ...variant, id: 'b' }] }),
      experience('alone', { holdout: 0 }),
      aimless,
      experience('none', { goal: null, holdout: 0 }),
      experience('paused', { status: 'paused', holdout: 0 }),
    ],
  });
  const { ready, aimless: lacking, alone } = findMeasured(config);
  expect([ready, lacking, alone].map((all) => all.map(({ id }) => id))).toEqual([
    ['ready', 'split'],
    ['aimless'],
    ['alone'],
  ]);
});
