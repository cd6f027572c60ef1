// What arrives at a vendor's server, by its own script: exactly the fields that the adapters document, for an exposure of
// both outcomes and for a goal; whether the script is there before the tag or comes late; under a strict policy.

import type { Config } from '../../shared/schema/config.ts';
import type { Tell } from '../../shared/schema/measure.ts';
import { call, enter, eventNames } from '../support/page-api.ts';
import { configOf, experienceOf, serveTag } from '../support/tag.ts';
import { expect, test } from '../support/test.ts';
import { openCollector } from './collect.ts';

type Fields = Record<string, unknown>;

const change = { kind: 'text' as const, target: { css: 'h1' }, value: 'Shown' };
const configFor = (to: Exclude<Tell['to'], 'beacon'>): Config =>
  configOf({
    goals: [{ id: 'order', name: 'Order', event: 'purchase', value: 'value', cap: 500, currency: 'EUR' }],
    measure: { tell: [{ to, values: true }] },
    experiences: [
      experienceOf('everyone', [change], { id: 'tents', goal: 'order' }),
      experienceOf('everyone', [{ ...change, target: { css: 'h2' } }], {
        id: 'home',
        goal: 'order',
        holdout: 1,
      }),
    ],
  });

/** Every object in what arrived, whatever envelope it came in. */
function* objectsIn(value: unknown): Generator<Fields> {
  if (typeof value === 'string' && /^\s*[[{]/.test(value)) {
    try {
      yield* objectsIn(JSON.parse(value));
    } catch {
      // a text that only begins like one
    }
  } else if (Array.isArray(value)) for (const one of value) yield* objectsIn(one);
  else if (value && typeof value === 'object') {
    yield value as Fields;
    for (const one of Object.values(value)) yield* objectsIn(one);
  }
}

interface Vendor {
  to: Exclude<Tell['to'], 'beacon'>;
  /** Of an object that arrived, ours; undefined for what the vendor sends by itself. */
  read(arrived: Fields): Fields | undefined;
  shown: Fields;
  held: Fields;
  goals: Fields[];
}

const pick = (from: unknown, names: RegExp): Fields =>
  Object.fromEntries(Object.entries(Object(from)).filter(([name]) => names.test(name)));
/** What Segment and RudderStack are told. */
const viewed: Omit<Vendor, 'to'> = {
  read: ({ type, event, properties }) => (type === 'track' ? { event, ...pick(properties, /./) } : undefined),
  ...(Object.fromEntries(
    [
      ['shown', 'tents', 'v'],
      ['held', 'home', 'holdout'],
    ].map(([name, id, arm]) => [
      name,
      {
        event: 'Experiment Viewed',
        experiment_id: id,
        experiment_name: id,
        variation_id: arm,
        variation_name: arm,
      },
    ]),
  ) as Pick<Vendor, 'shown' | 'held'>),
  goals: [
    ['tents', 'v'],
    ['home', 'holdout'],
  ].map(([experiment_id, variation_id]) => ({
    event: 'selvedge_goal',
    goal: 'order',
    experiment_id,
    variation_id,
    value: 40,
    currency: 'EUR',
  })),
};

const VENDORS: Vendor[] = [
  {
    to: 'posthog',
    read: ({ event, properties }) =>
      typeof event === 'string' && properties
        ? { event, ...pick(properties, /^(\$feature|goal$|value$)/) }
        : undefined,
    shown: {
      event: '$feature_flag_called',
      $feature_flag: 'selvedge-tents',
      $feature_flag_response: 'v',
      '$feature/selvedge-tents': 'v',
    },
    held: {
      event: '$feature_flag_called',
      $feature_flag: 'selvedge-home',
      $feature_flag_response: 'control',
      '$feature/selvedge-home': 'control',
    },
    goals: [
      { event: 'selvedge_goal', goal: 'order', value: 40, '$feature/selvedge-tents': 'v' },
      { event: 'selvedge_goal', goal: 'order', value: 40, '$feature/selvedge-home': 'control' },
    ],
  },
  {
    to: 'plausible',
    read: ({ n, p, i, $ }) =>
      typeof n === 'string' ? { n, ...pick(p, /./), i, ...($ ? { revenue: $ } : {}) } : undefined,
    shown: { n: 'selvedge_exposure', experience: 'tents', arm: 'v', i: false },
    held: { n: 'selvedge_exposure', experience: 'home', arm: 'holdout', i: false },
    goals: [
      ['tents', 'v'],
      ['home', 'holdout'],
    ].map(([experience, arm]) => ({
      n: 'selvedge_goal',
      goal: 'order',
      experience,
      arm,
      i: false,
      revenue: { amount: 40, currency: 'EUR' },
    })),
  },
  { to: 'segment', ...viewed },
  { to: 'rudderstack', ...viewed },
  {
    to: 'snowplow',
    read: (one) => (one.e === 'se' ? pick(one, /^se_/) : undefined),
    shown: { se_ca: 'selvedge', se_ac: 'exposure', se_la: 'tents', se_pr: 'v' },
    held: { se_ca: 'selvedge', se_ac: 'exposure', se_la: 'home', se_pr: 'holdout' },
    goals: ['tents:v', 'home:holdout'].map((se_pr) => ({
      se_ca: 'selvedge',
      se_ac: 'goal',
      se_la: 'order',
      se_pr,
      se_va: '40',
    })),
  },
  {
    to: 'countly',
    read: (one) => (/^selvedge/.test(`${one.key}`) ? pick(one, /^(key|count|sum|segmentation)$/) : undefined),
    shown: { key: 'selvedge_exposure', count: 1, segmentation: { experience: 'tents', arm: 'v' } },
    held: { key: 'selvedge_exposure', count: 1, segmentation: { experience: 'home', arm: 'holdout' } },
    goals: [
      ['tents', 'v'],
      ['home', 'holdout'],
    ].map(([experience, arm]) => ({
      key: 'selvedge_goal',
      count: 1,
      sum: 40,
      segmentation: { goal: 'order', experience, arm },
    })),
  },
  {
    to: 'mixpanel',
    read: ({ event, properties }) =>
      typeof event === 'string' && properties
        ? { event, ...pick(properties, /^(Experiment name|Variant name|goal|experiment|variant|value)$/) }
        : undefined,
    shown: { event: '$experiment_started', 'Experiment name': 'tents', 'Variant name': 'v' },
    held: { event: '$experiment_started', 'Experiment name': 'home', 'Variant name': 'holdout' },
    goals: [
      ['tents', 'v'],
      ['home', 'holdout'],
    ].map(([experiment, variant]) => ({
      event: 'selvedge_goal',
      goal: 'order',
      experiment,
      variant,
      value: 40,
    })),
  },
];

const inOrder = (all: readonly Fields[]): string[] =>
  all.map((one) => JSON.stringify(Object.entries(one).sort(([a], [b]) => (a < b ? -1 : 1)))).sort();

for (const { to, read, shown, held, goals } of VENDORS)
  for (const isLate of [false, true])
    test(`${to}, whose script ${isLate ? 'comes late' : 'is there'}`, async ({ page, site, guard }) => {
      const collector = await openCollector();
      try {
        // what a vendor's script does by itself (a style of its own, say) is no business of ours
        guard.allow({
          origins: [collector.origin],
          violations: /./,
          errors: new RegExp(`${to}|policy|Content`, 'i'),
        });
        serveTag(site, configFor(to));
        site.serveFile('/vendor.js', `node_modules/.vendors/scripts/${to}.js`);
        site.serve(
          '/late.js',
          `addEventListener('load', () => setTimeout(() => {
            const script = document.createElement('script');
            script.src = '/vendor.js?to=${collector.origin}';
            document.head.append(script);
          }, 300));`,
        );
        const script = isLate ? '/late.js' : `/vendor.js?to=${collector.origin}`;
        site.serve('/', {
          headers: {
            'content-security-policy': `default-src 'none'; script-src 'self'; connect-src 'self' ${collector.origin}`,
          },
          body: `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Shop</title><script src="/selvedge.js"></script><script src="${script}"></script></head><body><h1>Tents</h1><h2>Home</h2></body></html>`,
        });
        await enter(page, site.origin);
        await expect
          .poll(async () => (await eventNames(page)).filter((name) => name === 'exposure').length)
          .toBe(2);
        await call(page, 'track', 'purchase', { value: 40, currency: 'EUR' });
        const found = () =>
          collector.arrived
            .flatMap(({ text }) => text.split('\n').flatMap((line) => [...objectsIn(line)]))
            .flatMap((one): Fields[] => {
              const ours = read(one);
              return ours ? [ours] : [];
            });
        await expect.poll(() => inOrder(found())).toEqual(inOrder([shown, held, ...goals]));
        // nobody else was told, and nothing of ours says who it was
        for (const { text } of collector.arrived) expect(text).not.toMatch(/selvedge-ping|"seed"/);
      } finally {
        await page.goto('about:blank');
        await collector.close();
      }
    });
