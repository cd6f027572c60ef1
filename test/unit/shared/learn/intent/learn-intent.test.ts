// A model of a goal out of visits whose truth is known: found again, and refused where there is nothing to find.
import { describe, expect, test } from 'vitest';
import { createEvents, type Events } from '../../../../../shared/learn/events.ts';
import { findTerms, propsOf } from '../../../../../shared/learn/intent/find-terms.ts';
import { fitLogistic } from '../../../../../shared/learn/intent/fit-logistic.ts';
import { holdVisits } from '../../../../../shared/learn/intent/hold-visits.ts';
import { sayIntentFault } from '../../../../../shared/learn/intent/intent-fault.ts';
import { findReasons } from '../../../../../shared/learn/intent/judge-intent.ts';
import { type IntentOptions, learnIntent } from '../../../../../shared/learn/intent/learn-intent.ts';
import type { Term } from '../../../../../shared/learn/intent/term.ts';
import type { Config } from '../../../../../shared/schema/config.ts';
import type { Props } from '../../../../../shared/schema/props.ts';
import { FIRST_DAY, type MadeEvent, makeVisits, TRUTH } from '../../../../support/made-visits.ts';
import { random } from '../../../../support/random.ts';

const config: Config = {
  version: 1,
  site: 'shop.example',
  revision: 1,
  goals: [
    { id: 'order', name: 'Order', event: 'purchase' },
    { id: 'cart', name: 'Cart', event: 'add_to_cart' },
  ],
  segments: [],
  experiences: [],
};
const goal = config.goals![0]!;

function eventsOf(made: readonly MadeEvent[], site = config): Events {
  const store = createEvents(propsOf(findTerms(site, goal), goal));
  for (const { visitor, name, at, day, props } of made)
    store.add(visitor, { name, at, day, props: props as Props });
  return store.settle();
}
const learn = (events: Events, options: Partial<IntentOptions> = {}) =>
  learnIntent(events, { config, seed: 1, ...options });

const made = makeVisits();
const events = eventsOf(made);

test('the weights of the truth are found again', () => {
  const terms: Term[] = [
    { of: { kind: 'count', event: 'add_to_cart' }, as: 'log' },
    {
      when: {
        kind: 'count',
        event: 'visit_start',
        where: { channel: 'email' },
        during: 'visit',
        is: { $gte: 1 },
      },
    },
  ];
  const { table } = holdVisits(eventsOf(makeVisits({ visitors: 8000 })), {
    config,
    goal,
    terms,
    retentionMs: 180 * 864e5,
  });
  const rows = Uint32Array.from(table.did, (_, i) => i);
  const { bias, weights } = fitLogistic(table, rows, 0);
  expect(Math.abs(bias - TRUTH.bias)).toBeLessThan(0.08);
  expect(Math.abs(weights[0]! - TRUTH.cart)).toBeLessThan(0.08);
  expect(Math.abs(weights[1]! - TRUTH.email)).toBeLessThan(0.08);
});

describe('a model is learned', () => {
  const learned = learn(events);

  test('of the terms that tell, tested on later visits', () => {
    expect(learned.status).toBe('learned');
    if (learned.status !== 'learned') return;
    const { value, report } = learned;
    const said = JSON.stringify(value.terms);
    expect(said).toContain('add_to_cart');
    // by email or not: of two that say the same the first
    expect(said).toContain('"channel":"direct"');
    expect(value.terms).toHaveLength(2);
    expect(report.visits).toBeGreaterThan(9000);
    expect(report.training.visits / report.visits).toBeCloseTo(0.7, 2);
    expect(report.test!.visits).toBe(report.visits - report.training.visits);
    expect(report.test!.interval[0]).toBeGreaterThan(0.65);
    expect(report.test!.auc).toBeLessThan(report.test!.interval[1]);
    expect(report.test!.brier).toBeLessThan(report.test!.brierOfMean);
    expect(report.test!.bins).toHaveLength(10);
    const numbers = JSON.stringify(learned).match(/-?\d+\.\d+(e-?\d+)?/g) ?? [];
    for (const number of numbers)
      expect(number.replace(/^-?0?\.?0*|e.*$/g, '').replace('.', '').length).toBeLessThanOrEqual(6);
  });

  test('the same of the same events', () => {
    expect(learn(eventsOf(made))).toEqual(learned);
  });

  test('until the day that is said, and tested on the days after it', () => {
    const until = new Date((FIRST_DAY + 79) * 864e5).toISOString().slice(0, 10);
    const early = learn(events, { until, days: 20 });
    expect(early.report.training.until).toBe(until);
    expect(early.report.training.visits).toBeLessThan(learned.report.training.visits);
    expect(early.report.test).toMatchObject({
      from: new Date((FIRST_DAY + 80) * 864e5).toISOString().slice(0, 10),
      until: new Date((FIRST_DAY + 99) * 864e5).toISOString().slice(0, 10),
    });
  });

  test('for the goal that is named', () => {
    expect(learn(events, { goal: 'cart' }).report.goal).toBe('cart');
    expect(learn(events, { goal: 'gone' })).toMatchObject({ status: 'refused' });
  });
});

describe('is refused', () => {
  /** goals enough to be learned from */
  const fewer = { visitors: 1200 };
  const why = (options: Partial<IntentOptions>, from: Events = events) => {
    const found = learn(from, options);
    expect(found.status).toBe('refused');
    return found.status === 'refused' ? found.why.join('. ') : '';
  };

  test('without a goal, and without visits', () => {
    expect(why({ config: undefined })).toMatch(/names no goal/);
    expect(why({ config: { ...config, goals: [] } })).toMatch(/names no goal/);
    expect(why({}, eventsOf([]))).toMatch(/no visits in what was read/);
    // an export of some events alone: GA4's looks and orders, say
    const pageless = made.filter(({ name }) => name !== 'page_view');
    expect(why({}, eventsOf(pageless))).toMatch(
      /^no page view comes before a goal .* export "page_view", too$/,
    );
    expect(why({}, eventsOf(pageless.filter(({ name }) => name === 'purchase')))).toMatch(
      /^no page view comes before a goal .* export "page_view", too$/,
    );
  });

  test('where too few reached the goal, or too few did not', () => {
    expect(why({}, eventsOf(makeVisits({ visitors: 300 })))).toMatch(/^\d+ goals, 200 needed$/);
    const site = { ...config, goals: [{ id: 'view', name: '', event: 'engagement' }] };
    const all = made.flatMap((event) =>
      event.name === 'page_view'
        ? [event, { ...event, at: event.at + 1 }, { ...event, name: 'engagement', at: event.at + 2 }]
        : [event],
    );
    expect(why({ config: site }, eventsOf(all, site))).toMatch(/visits without the goal, 200 needed/);
  });

  test('where what came before has nothing to do with it', () => {
    expect(why({}, eventsOf(makeVisits({ ...fewer, isChance: true })))).toMatch(
      /what comes before the goal tells too little.*50 is chance|nothing that is remembered before the goal/,
    );
  });

  test('where a term happens with the goal', () => {
    const site: Config = {
      ...config,
      capture: [{ kind: 'click', event: 'pay', target: { css: '#pay' } }],
    };
    expect(why({ config: site }, eventsOf(makeVisits({ ...fewer, leak: 'pay' }), site))).toMatch(
      /pay.*this happens with the goal, not before it/,
    );
  });

  test('where the test has so few visitors that no chance can be told with its count', () => {
    const { report } = learn(events);
    expect(findReasons(report.test)).toEqual([]);
    expect(findReasons({ ...report.test!, bins: [], visitors: 45 }).map(sayIntentFault)).toEqual([
      '45 visitors in the test, 50 needed',
    ]);
  });

  test('where fewer came than were expected', () => {
    expect(why({}, eventsOf(makeVisits({ ...fewer, rareFrom: 84 })))).toMatch(
      /of 100 page views in the test \d+\.\d were expected to lead to the goal and \d+\.\d did/,
    );
  });

  test('where lines are missing, by chance or for being clicks', () => {
    const { share } = random(4);
    expect(why({}, eventsOf(made.filter(() => share() < 0.5)))).toMatch(
      /of \d+ visits have no beginning: lines are missing/,
    );
    const sparse = made.filter(({ name }) => name !== 'page_view' || share() < 0.05);
    expect(why({}, eventsOf(sparse))).toMatch(
      /visits with the goal have no page view before|goals, 200 needed/,
    );
  });
});
