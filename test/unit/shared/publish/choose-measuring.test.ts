// Of what counts and what tells nothing is in a tag that does not use it, and what is left works.
import { readFileSync } from 'node:fs';
import { brotliCompressSync } from 'node:zlib';
import { transformSync } from 'esbuild';
import { expect, test } from 'vitest';
import { bundle } from '../../../../shared/publish/bundle.ts';
import { chooseMeasuring } from '../../../../shared/publish/choose-measuring.ts';
import { sourceFor } from '../../../../shared/publish/form.ts';
import type { Config } from '../../../../shared/schema/config.ts';
import { type Measure, Tell } from '../../../../shared/schema/measure.ts';
import { nowConfigs } from '../../../support/now-configs.ts';

/** What only the text of each says. */
const WORDS: Record<Tell['to'], string> = {
  ga4: '"gtag"',
  dataLayer: '"dataLayer.push"',
  plausible: '"plausible"',
  matomo: '"_paq.push"',
  umami: '"umami.track"',
  posthog: '"posthog.capture"',
  segment: '"analytics.track"',
  rudderstack: '"rudderanalytics.track"',
  snowplow: '"snowplow"',
  mixpanel: '"mixpanel.track"',
  countly: '"Countly.q.push"',
  beacon: '"text/plain"',
};
const names = Object.keys(WORDS) as Tell['to'][];
/** What only counting says, and what only telling does. */
const COUNTING = ['selvedge-ping', 'in another currency'];
const TELLING = 'is not on this page';
const read = (file: string) => readFileSync(`dist/${file}`, 'utf8');
const configWith = (measure: Measure | undefined): Config => ({
  version: 1,
  site: '',
  revision: 1,
  segments: [],
  experiences: [],
  ...(measure && { measure }),
});
const entryOf = (to: Tell['to']): Tell => (to === 'beacon' ? { to, url: '/told' } : { to });
const foundIn = (text: string) => names.filter((name) => text.includes(WORDS[name]));

test('there is one for each that a config may name', () => {
  for (const name of names) expect(Tell.safeParse(entryOf(name)).success).toBe(true);
  expect(Tell.safeParse({ to: 'other' }).success).toBe(false);
});

test.each(['two', 'whole'] as const)('a tag as %s holds those that its config uses', (form) => {
  const source = read(sourceFor(form, configWith({ tell: [entryOf('ga4')] })));
  expect(foundIn(source)).toEqual(names);
  // with all of its parts: what counts, asks, recommends, tells
  expect(() => transformSync(source)).not.toThrow();
  for (const used of [[], ...names.map((name) => [name]), ['matomo', 'beacon'], names] as Tell['to'][][]) {
    const config = configWith({ ping: {}, tell: used.map(entryOf) });
    const text = bundle(source, config);
    expect(foundIn(text)).toEqual(names.filter((name) => used.includes(name)));
    expect(text).not.toContain('/*part');
    expect(text.includes(TELLING)).toBe(used.length > 0);
    for (const word of COUNTING) expect(text).toContain(word);
    // what is cut leaves a script
    expect(() => transformSync(text)).not.toThrow();
  }
});

test.each(['two', 'whole'] as const)(
  'a tag as %s that only tells, or only holds out, does not count',
  (form) => {
    for (const measure of [{ tell: [entryOf('matomo')] }, { holdout: 0.1 }] as Measure[]) {
      const config = configWith(measure);
      const text = bundle(read(sourceFor(form, config)), config);
      for (const word of COUNTING) expect(text).not.toContain(word);
      expect(text.includes(TELLING)).toBe(measure.tell !== undefined);
      expect(() => transformSync(text)).not.toThrow();
    }
  },
);

/**
 * Brotli-compressed bytes beside a tag that does not measure; with each comes whether a goal is the first. 60 are the doors of
 * what asks, 100 those of what recommends, and 8 names of learned numbers, which are parts of the same build.
 */
const LIMITS: [limit: number, measure: Measure][] = [
  [2_800, { ping: {} }],
  [1_500, { tell: [entryOf('matomo')] }],
  [800, { holdout: 0.1 }],
];
/** In the mean of some configs: what a tag comes to varies by some dozen bytes, whatever is put in. */
const configs = Object.values(nowConfigs('test/shop/selvedge.json'));

const weigh = (config: Config) => brotliCompressSync(bundle(read(sourceFor('two', config)), config)).length;
const plain = configs.map(({ measure: _, ...config }) => ({ config, bytes: weigh(config) }));

test.each(LIMITS)('at most %i B come for it', (limit, measure) => {
  const more = plain.map(({ config, bytes }) => weigh({ ...config, measure }) - bytes);
  expect(more.reduce((sum, one) => sum + one, 0) / more.length).toBeLessThan(limit);
});

test('of a tag that does not count nothing is changed', () => {
  for (const form of ['two', 'whole'] as const) {
    const source = read(sourceFor(form, configWith(undefined)));
    expect(chooseMeasuring(source, configWith({ tell: [entryOf('ga4')] }))).toBe(source);
    expect(foundIn(source)).toEqual([]);
  }
});
