// None of the ways of telling is in a tag that does not use it, and those that are work.
import { readFileSync } from 'node:fs';
import { transformSync } from 'esbuild';
import { expect, test } from 'vitest';
import { bundle } from '../../../../shared/publish/bundle.ts';
import { chooseTells } from '../../../../shared/publish/choose-tells.ts';
import { sourceFor } from '../../../../shared/publish/form.ts';
import type { Config } from '../../../../shared/schema/config.ts';
import { type Measure, Tell } from '../../../../shared/schema/measure.ts';

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
  for (const used of [[], ...names.map((name) => [name]), ['matomo', 'beacon'], names] as Tell['to'][][]) {
    const config = configWith({ ping: {}, tell: used.map(entryOf) });
    const text = bundle(source, config);
    expect(foundIn(text)).toEqual(names.filter((name) => used.includes(name)));
    expect(text).not.toContain('/*tell');
    // what is cut leaves a script
    expect(() => transformSync(text)).not.toThrow();
  }
});

test('of a tag that does not count nothing is changed', () => {
  for (const form of ['two', 'whole'] as const) {
    const source = read(sourceFor(form, configWith(undefined)));
    expect(chooseTells(source, configWith({ tell: [entryOf('ga4')] }))).toBe(source);
    expect(foundIn(source)).toEqual([]);
  }
});
