// The calls that each vendor documents, as they are made: for an exposure of both outcomes, and for a goal with and without
// what it is worth.

import { describe, expect, test, vi } from 'vitest';
import type { Tell } from '../../../../shared/schema/measure.ts';

vi.stubGlobal('location', new URL('https://shop.example/tents'));

import { beacon } from '../../../../snippet/tell/beacon.ts';
import { countly } from '../../../../snippet/tell/countly.ts';
import { dataLayer } from '../../../../snippet/tell/data-layer.ts';
import { ga4 } from '../../../../snippet/tell/ga4.ts';
import { matomo } from '../../../../snippet/tell/matomo.ts';
import { mixpanel } from '../../../../snippet/tell/mixpanel.ts';
import { plausible } from '../../../../snippet/tell/plausible.ts';
import { posthog } from '../../../../snippet/tell/posthog.ts';
import { rudderstack } from '../../../../snippet/tell/rudderstack.ts';
import { segment } from '../../../../snippet/tell/segment.ts';
import { snowplow } from '../../../../snippet/tell/snowplow.ts';
import type { Adapter, Call, Given, Told } from '../../../../snippet/tell/told.ts';
import { umami } from '../../../../snippet/tell/umami.ts';

const tents: Given = {
  id: 'tents',
  arm: 'big',
  outcome: 'variant',
  variant: 'big',
  segment: 'keen',
  round: 2,
};
const home: Given = { id: 'home', arm: 'holdout', outcome: 'holdout', segment: 'everyone', round: 1 };
const exposure = (given: Given): Told => ({ experiences: [given] });
const goal: Told = { goal: 'order', experiences: [tents, home] };
const worth: Told = { ...goal, value: 40, currency: 'EUR' };

type Row = [to: Tell['to'], adapter: Adapter, shown: Call, held: Call, goals: Call[], worth: Call[]];
const rows: Row[] = [
  [
    'ga4',
    ga4,
    ['gtag', 'event', 'experience_impression', { exp_variant_string: 'selvedge-tents-big' }],
    ['gtag', 'event', 'experience_impression', { exp_variant_string: 'selvedge-home-holdout' }],
    ['selvedge-tents-big', 'selvedge-home-holdout'].map(
      (exp_variant_string): Call => ['gtag', 'event', 'selvedge_goal', { goal: 'order', exp_variant_string }],
    ),
    ['selvedge-tents-big', 'selvedge-home-holdout'].map(
      (exp_variant_string): Call => [
        'gtag',
        'event',
        'selvedge_goal',
        { goal: 'order', exp_variant_string, value: 40, currency: 'EUR' },
      ],
    ),
  ],
  [
    'dataLayer',
    dataLayer,
    ['dataLayer.push', { event: 'experience_impression', exp_variant_string: 'selvedge-tents-big' }],
    ['dataLayer.push', { event: 'experience_impression', exp_variant_string: 'selvedge-home-holdout' }],
    ['selvedge-tents-big', 'selvedge-home-holdout'].map(
      (exp_variant_string): Call => [
        'dataLayer.push',
        { event: 'selvedge_goal', goal: 'order', exp_variant_string },
      ],
    ),
    ['selvedge-tents-big', 'selvedge-home-holdout'].map(
      (exp_variant_string): Call => [
        'dataLayer.push',
        { event: 'selvedge_goal', goal: 'order', exp_variant_string, value: 40 },
      ],
    ),
  ],
  [
    'plausible',
    plausible,
    ['plausible', 'selvedge_exposure', { props: { experience: 'tents', arm: 'big' }, interactive: false }],
    ['plausible', 'selvedge_exposure', { props: { experience: 'home', arm: 'holdout' }, interactive: false }],
    [tents, home].map(
      ({ id: experience, arm }): Call => [
        'plausible',
        'selvedge_goal',
        { props: { goal: 'order', experience, arm }, interactive: false },
      ],
    ),
    [tents, home].map(
      ({ id: experience, arm }): Call => [
        'plausible',
        'selvedge_goal',
        {
          props: { goal: 'order', experience, arm },
          interactive: false,
          revenue: { amount: 40, currency: 'EUR' },
        },
      ],
    ),
  ],
  [
    'matomo',
    matomo,
    ['_paq.push', ['trackEvent', 'selvedge', 'tents', 'big']],
    ['_paq.push', ['trackEvent', 'selvedge', 'home', 'holdout']],
    ['tents:big', 'home:holdout'].map(
      (arm): Call => ['_paq.push', ['trackEvent', 'selvedge goal', 'order', arm]],
    ),
    ['tents:big', 'home:holdout'].map(
      (arm): Call => ['_paq.push', ['trackEvent', 'selvedge goal', 'order', arm, 40]],
    ),
  ],
  [
    'umami',
    umami,
    ['umami.track', 'selvedge_exposure', { experience: 'tents', arm: 'big' }],
    ['umami.track', 'selvedge_exposure', { experience: 'home', arm: 'holdout' }],
    [tents, home].map(
      ({ id: experience, arm }): Call => ['umami.track', 'selvedge_goal', { goal: 'order', experience, arm }],
    ),
    [tents, home].map(
      ({ id: experience, arm }): Call => [
        'umami.track',
        'selvedge_goal',
        { goal: 'order', experience, arm, value: 40 },
      ],
    ),
  ],
  [
    'posthog',
    posthog,
    [
      'posthog.capture',
      '$feature_flag_called',
      {
        $feature_flag: 'selvedge-tents',
        $feature_flag_response: 'big',
        '$feature/selvedge-tents': 'big',
      },
    ],
    [
      'posthog.capture',
      '$feature_flag_called',
      {
        $feature_flag: 'selvedge-home',
        $feature_flag_response: 'control',
        '$feature/selvedge-home': 'control',
      },
    ],
    [
      ['posthog.capture', 'selvedge_goal', { goal: 'order', '$feature/selvedge-tents': 'big' }],
      ['posthog.capture', 'selvedge_goal', { goal: 'order', '$feature/selvedge-home': 'control' }],
    ],
    [
      ['posthog.capture', 'selvedge_goal', { goal: 'order', '$feature/selvedge-tents': 'big', value: 40 }],
      ['posthog.capture', 'selvedge_goal', { goal: 'order', '$feature/selvedge-home': 'control', value: 40 }],
    ],
  ],
  ...(
    [
      ['segment', segment, 'analytics.track'],
      ['rudderstack', rudderstack, 'rudderanalytics.track'],
    ] as const
  ).map(([to, adapter, path]): Row => {
    const [shown, held] = [tents, home].map(
      ({ id, arm }): Call => [
        path,
        'Experiment Viewed',
        { experiment_id: id, experiment_name: id, variation_id: arm, variation_name: arm },
      ],
    ) as [Call, Call];
    const goals = (more: object) =>
      [tents, home].map(
        ({ id, arm }): Call => [
          path,
          'selvedge_goal',
          { goal: 'order', experiment_id: id, variation_id: arm, ...more },
        ],
      );
    return [to, adapter, shown, held, goals({}), goals({ value: 40, currency: 'EUR' })];
  }),
  [
    'snowplow',
    snowplow,
    [
      'snowplow',
      'trackStructEvent',
      { category: 'selvedge', action: 'exposure', label: 'tents', property: 'big' },
    ],
    [
      'snowplow',
      'trackStructEvent',
      { category: 'selvedge', action: 'exposure', label: 'home', property: 'holdout' },
    ],
    ['tents:big', 'home:holdout'].map(
      (property): Call => [
        'snowplow',
        'trackStructEvent',
        { category: 'selvedge', action: 'goal', label: 'order', property },
      ],
    ),
    ['tents:big', 'home:holdout'].map(
      (property): Call => [
        'snowplow',
        'trackStructEvent',
        { category: 'selvedge', action: 'goal', label: 'order', property, value: 40 },
      ],
    ),
  ],
  [
    'mixpanel',
    mixpanel,
    ['mixpanel.track', '$experiment_started', { 'Experiment name': 'tents', 'Variant name': 'big' }],
    ['mixpanel.track', '$experiment_started', { 'Experiment name': 'home', 'Variant name': 'holdout' }],
    [tents, home].map(
      ({ id: experiment, arm: variant }): Call => [
        'mixpanel.track',
        'selvedge_goal',
        { goal: 'order', experiment, variant },
      ],
    ),
    [tents, home].map(
      ({ id: experiment, arm: variant }): Call => [
        'mixpanel.track',
        'selvedge_goal',
        { goal: 'order', experiment, variant, value: 40 },
      ],
    ),
  ],
  [
    'countly',
    countly,
    ...([tents, home].map(
      ({ id: experience, arm }): Call => [
        'Countly.q.push',
        ['add_event', { key: 'selvedge_exposure', count: 1, segmentation: { experience, arm } }],
      ],
    ) as [Call, Call]),
    [tents, home].map(
      ({ id: experience, arm }): Call => [
        'Countly.q.push',
        ['add_event', { key: 'selvedge_goal', count: 1, segmentation: { goal: 'order', experience, arm } }],
      ],
    ),
    [tents, home].map(
      ({ id: experience, arm }): Call => [
        'Countly.q.push',
        [
          'add_event',
          { key: 'selvedge_goal', count: 1, segmentation: { goal: 'order', experience, arm }, sum: 40 },
        ],
      ],
    ),
  ],
];

describe.each(rows)('%s', (to, adapter, shown, held, goals, priced) => {
  const entry: Tell = to === 'beacon' ? { to, url: '/told' } : { to };
  test('an exposure', () => expect(adapter(exposure(tents), entry, [])).toEqual([shown]));
  test('an exposure of the holdout', () => expect(adapter(exposure(home), entry, [])).toEqual([held]));
  test('a goal, for each experience', () => expect(adapter(goal, entry, [])).toEqual(goals));
  test('a goal with what it is worth', () => expect(adapter(worth, entry, [])).toEqual(priced));
});

test('what Google Analytics would cut is cut', () => {
  const [[, , , fields] = []] = ga4(exposure({ ...tents, id: 'x'.repeat(200) }), { to: 'ga4' }, []);
  expect(JSON.stringify(fields)).toMatch(/"selvedge-x{91}"/);
});

test('a value without its currency is none for those that ask for both', () => {
  const { currency: _, ...none } = worth;
  expect(plausible(none, { to: 'plausible' }, [])).toEqual(plausible(goal, { to: 'plausible' }, []));
  expect(JSON.stringify(ga4(none, { to: 'ga4' }, []))).not.toContain('currency');
});

describe('an address of the owner’s own', () => {
  const entry: Tell = { to: 'beacon', url: '/told' };
  const bodyOf = ([, , init]: Call): unknown => JSON.parse((init as { body: string }).body);
  test('one request for an exposure, without cookie or referrer', () => {
    const [call, ...more] = beacon(exposure(tents), entry, []);
    expect(more).toEqual([]);
    expect(call?.slice(0, 2)).toEqual(['fetch', 'https://shop.example/told']);
    expect(call?.[2]).toMatchObject({
      method: 'POST',
      headers: { 'content-type': 'text/plain' },
      keepalive: true,
      credentials: 'omit',
      referrerPolicy: 'no-referrer',
    });
    expect(call && bodyOf(call)).toEqual({
      v: 1,
      kind: 'exposure',
      experience: 'tents',
      outcome: 'variant',
      variant: 'big',
      segment: 'keen',
      round: 2,
    });
  });
  test('one for a goal, with all that it counts for', () => {
    const [call, ...more] = beacon(worth, entry, []);
    expect(more).toEqual([]);
    expect(call && bodyOf(call)).toEqual({
      v: 1,
      kind: 'goal',
      goal: 'order',
      value: 40,
      experiences: [
        { id: 'tents', outcome: 'variant', variant: 'big', segment: 'keen', round: 2 },
        { id: 'home', outcome: 'holdout', segment: 'everyone', round: 1 },
      ],
    });
  });
  test('no host but one that is listed, by https', () => {
    const at = (url: string) => () => beacon(goal, { to: 'beacon', url }, ['count.example']);
    expect(at('https://count.example/told')()).toHaveLength(1);
    for (const url of ['https://other.example/', 'http://count.example/', '//other.example/x'])
      expect(at(url)).toThrow(/is not in/);
  });
});
