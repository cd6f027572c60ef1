// Advice: each row that must be warned of has one beside it that must not.

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compile } from '../../../../shared/engine/compile.ts';
import { find } from '../../../../shared/engine/decide.ts';
import { record } from '../../../../shared/engine/fold.ts';
import { createProfile } from '../../../../shared/engine/profile.ts';
import type { Words } from '../../../../shared/grammar/words-for.ts';
import { lintConfig } from '../../../../shared/lint/lint.ts';
import { simulate } from '../../../../shared/lint/simulate.ts';
import type { Change, ChangeOf } from '../../../../shared/schema/change.ts';
import { checkConfig } from '../../../../shared/schema/check.ts';
import type { Condition } from '../../../../shared/schema/condition.ts';
import type { Config } from '../../../../shared/schema/config.ts';
import type { Experience } from '../../../../shared/schema/experience.ts';
import type { Predicate } from '../../../../shared/schema/predicate.ts';
import { GALLERY } from '../../../../shared/templates/gallery.ts';
import { draws } from '../../../support/draws.ts';
import { act, configOf, leaf, NOW } from '../engine/arbitraries.ts';
import { SAMPLE } from '../schema/sample.ts';

const count = (event: string, n: number, within?: string): Condition => ({
  kind: 'count',
  event,
  is: { $gte: n },
  ...(within && { within }),
});
const text = (css: string, says?: string): Change => ({
  kind: 'text',
  target: { css, ...(says !== undefined && { text: says }) },
  value: 'x',
});
const classes = (...add: string[]): Change => ({ kind: 'class', target: { css: 'h1' }, add });
const say = (value: Words): Change => ({ kind: 'text', target: { css: 'h1' }, value });
const style = (...names: string[]): ChangeOf<'style'> => ({
  kind: 'style',
  target: { css: 'h1' },
  properties: Object.fromEntries(names.map((name) => [name, 'inherit'])),
});
const experience = (id: string, more: Partial<Experience> = {}): Experience => ({
  id,
  name: id,
  status: 'live',
  pages: ['/'],
  goal: 'g',
  variants: [{ id: 'v', name: 'V', segment: 'everyone', changes: [text('h1')] }],
  ...more,
});
const config = (rules: Record<string, Condition>, more: Partial<Config> = {}): Config => ({
  version: 1,
  site: 'shop.example',
  revision: 1,
  goals: [{ id: 'g', name: 'G', event: 'purchase' }],
  segments: Object.entries(rules).map(([id, when]) => ({ id, name: id, when })),
  experiences: [],
  ...more,
});
const said = (given: Config) => {
  expect(checkConfig(given).problems.filter(({ severity }) => severity === 'error')).toEqual([]);
  return lintConfig(given).map(({ path, problem }) => `${path}: ${problem}`);
};

describe('segments nobody, everybody or the same visitors are in', () => {
  test.each<[what: string, when: Condition]>([
    [
      'two numbers that exclude each other',
      { kind: 'all', of: [count('a', 5), { kind: 'count', event: 'a', is: { $lt: 3 } }] },
    ],
    ['a number that is never reached', { kind: 'count', event: 'a', is: { $lt: 0 } }],
    ['a rule and its opposite', { kind: 'all', of: [count('a', 1), { kind: 'none', of: [count('a', 1)] }] }],
    ['a device that does not exist', { kind: 'context', key: 'device', is: 'mobile' }],
    [
      'two devices at once',
      {
        kind: 'all',
        of: [
          { kind: 'context', key: 'device', is: 'phone' },
          { kind: 'context', key: 'device', is: 'tablet' },
        ],
      },
    ],
    ['an empty any', { kind: 'any', of: [] }],
    ['a share above 1', { kind: 'interest', topic: 'x', share: { $gt: 1 } }],
    ['an hour past the day', { kind: 'context', key: 'hour', is: { $gt: 23 } }],
  ])('warns of %s', (_what, when) => {
    expect(said(config({ it: when }))).toEqual([
      expect.stringMatching(/^segments\[0\]\.when: none of \d+ made-up visitors gets into "it"$/),
    ]);
  });

  test('finds somebody for each template there is', () => {
    const given: Record<string, unknown> = {
      ...{
        campaign: 'x',
        host: 'x.example',
        topic: 'winter',
        category: 'a',
        brand: 'b',
        path: '/a',
        word: 'w',
      },
      ...{
        bought: 'a',
        missing: 'b',
        languages: ['de'],
        countries: ['DE'],
        values: ['x'],
        experience: 'hero',
        persona: 'often',
        model: 'order',
        trait: 'need',
      },
    };
    const { rfm, personas, value, goals, models } = SAMPLE as Required<Config>;
    for (const template of GALLERY) {
      const params = Object.fromEntries(
        Object.keys(template.params.shape)
          .filter((key) => key in given)
          .map((key) => [key, given[key]]),
      );
      const rules = config({ it: template.build(params) }, { rfm, personas, value, goals, models });
      expect(
        lintConfig(rules).filter(({ problem }) => /made-up|everyone/.test(problem)),
        template.id,
      ).toEqual([]);
    }
  });
  test('finds somebody for every rule of the sample', () => {
    expect(lintConfig(SAMPLE).filter(({ path }) => path.startsWith('segments'))).toEqual([]);
  });

  const edges = {
    recency: ['7d', '30d', '90d', '180d'],
    frequency: [2, 3, 5, 10],
    monetary: [50, 100, 250, 500],
  };
  test.each<[what: string, when: Condition]>([
    ...[1, 2, 3, 4, 5].flatMap((cell): [string, Condition][] => [
      [`recency ${cell}`, { kind: 'rfm', recency: cell }],
      [`frequency ${cell}`, { kind: 'rfm', frequency: cell }],
      [`monetary ${cell}`, { kind: 'rfm', monetary: { $eq: cell } }],
      [`rank ${cell}`, { kind: 'interest', topic: 'x', rank: cell }],
    ]),
    [
      'middling buyers',
      { kind: 'rfm', recency: 2, frequency: { $gte: 2, $lte: 4 }, monetary: { $in: [2, 3] } },
    ],
    [
      'a rank and a share',
      { kind: 'interest', topic: 'x', rank: { $in: [2, 3] }, share: { $gt: 0.2, $lt: 0.3 } },
    ],
    ['a share between two', { kind: 'interest', topic: 'x', share: { $gte: 0.35, $lte: 0.4 } }],
    ['no interest at all', { kind: 'interest', topic: 'x', share: 0 }],
    ['a hundred and twenty views', count('view_item', 120)],
    [
      'a score between two',
      { kind: 'score', weights: { a: 5, b: 2 }, halfLife: '7d', is: { $gt: 3, $lt: 4 } },
    ],
    ['nothing spent, but bought', { kind: 'max', event: 'purchase', of: 'value', is: { $lte: 0 } }],
  ])('finds somebody for %s', (_what, when) => {
    for (const rfm of [edges, { ...edges, per: 'day' }])
      expect(
        said(config({ it: when }, { rfm: rfm as never })).filter((line) => /none of/.test(line)),
      ).toEqual([]);
  });

  test('finds somebody for nearly every rule that a random life fulfils', () => {
    const lives = fc.array(act, { minLength: 1, maxLength: 12 });
    let satisfied = 0;
    const missed: Condition[] = [];
    for (const [when, acts] of fc.sample(fc.tuple(leaf, lives), { numRuns: 600, seed: 8 })) {
      const rules = configOf([when]);
      const program = compile(rules);
      const profile = createProfile(program);
      let at = NOW;
      for (const { name, wait, props } of acts) {
        at += Math.max(0, wait);
        record(program, profile, name, props, at);
      }
      if (find(when, { program, profile, facts: {}, now: at }).value !== true) continue;
      satisfied++;
      if (simulate(rules).members.get('s0')?.size === 0) missed.push(when);
    }
    expect(satisfied).toBeGreaterThan(100);
    expect(missed.length / satisfied, JSON.stringify(missed)).toBeLessThan(0.01);
  });

  test('of more segments than anybody writes for the first are tried, and no more is claimed', () => {
    const rules = Object.fromEntries(Array.from({ length: 600 }, (_, i) => [`s${i}`, count(`e${i}`, 1)]));
    expect(said(config(rules))).toEqual([expect.stringMatching(/^segments: 600 segments/)]);
  }, 60_000);

  test('warns of a segment that holds everyone', () => {
    const rules = { it: { kind: 'count', event: 'a', is: { $gte: 0 } } } as const;
    expect(said(config(rules))).toEqual(['segments[0].when: "it" holds everyone']);
  });
  test('warns of the same rule in other words', () => {
    const a = count('a', 3);
    const b: Condition = { kind: 'none', of: [{ kind: 'count', event: 'a', is: { $lte: 2 } }] };
    expect(said(config({ a, b }))).toEqual([
      expect.stringMatching(/^segments\[1\]\.when: "b" and "a" hold the same visitors/),
    ]);
  });
  test.each<[what: string, a: Condition, b: Condition]>([
    ['another number', count('a', 3), count('a', 4)],
    ['another window', count('a', 3, '7d'), count('a', 3, '14d')],
    ['another event', count('a', 1), count('b', 1)],
    ['a narrower rule', count('a', 1), { kind: 'all', of: [count('a', 1), count('b', 1)] }],
    [
      'the opposite',
      { kind: 'context', key: 'device', is: 'phone' },
      { kind: 'context', key: 'device', is: { $ne: 'phone' } },
    ],
  ])('is silent about %s', (_what, a, b) => expect(said(config({ a, b }))).toEqual([]));

  test('warns of too many segments', () => {
    const rules = Object.fromEntries(Array.from({ length: 25 }, (_, i) => [`s${i}`, count(`e${i}`, 1)]));
    expect(said(config(rules))).toEqual([expect.stringMatching(/^segments: 25 segments/)]);
    delete rules.s0;
    expect(said(config(rules))).toEqual([]);
  });
});

describe('rules that could single out one person', () => {
  test.each<[when: Condition, path: string]>([
    [{ kind: 'trait', key: 'email', is: 'anna@shop.example' }, 'is'],
    [{ kind: 'trait', key: 'userId', is: { $in: ['17', '18'] } }, 'is'],
    [{ kind: 'trait', key: 'firstName', is: 'Anna' }, 'is'],
    [{ kind: 'trait', key: 'ref', is: '123e4567-e89b-12d3-a456-426614174000' }, 'is'],
    [{ kind: 'context', key: 'query.token', is: 'x' }, 'is'],
    [{ kind: 'count', event: 'purchase', where: { transaction_id: 'T-17' }, is: 1 }, 'where.transaction_id'],
    [{ kind: 'last', event: 'sign_up', of: 'phone', is: '+49 170 1234567' }, 'is'],
  ])('warns of %j', (when, path) => {
    const problems = lintConfig(config({ it: when })).filter(({ problem }) => /one person/.test(problem));
    expect(problems.map((problem) => problem.path)).toEqual([`segments[0].when.${path}`]);
  });
  test.each<[when: Condition]>([
    [{ kind: 'trait', key: 'tier', is: 'gold' }],
    [{ kind: 'trait', key: 'email', is: { $exists: true } }],
    [{ kind: 'trait', key: 'email', is: { $endsWith: '.edu' } }],
    [{ kind: 'trait', key: 'isMember', is: true }],
    [{ kind: 'count', event: 'view_item', where: { item_name: { $contains: 'tent' } }, is: 1 }],
  ])('is silent about %j', (when) => {
    expect(said(config({ it: when })).filter((line) => /one person/.test(line))).toEqual([]);
  });
  test('warns of a fingerprint', () => {
    const facts = {
      timeZone: 'Europe/Berlin',
      language: 'de',
      os: 'linux',
      browser: 'firefox',
      'viewport.width': 1371,
    };
    const of = Object.entries(facts).map(([key, is]): Condition => ({ kind: 'context', key, is }));
    expect(said(config({ it: { kind: 'all', of } }))).toEqual([
      expect.stringMatching(/^segments\[0\]\.when: 5 facts .* fingerprint$/),
    ]);
    expect(said(config({ it: { kind: 'all', of: of.slice(1) } }))).toEqual([]);
  });
});

describe('windows longer than the memory', () => {
  test.each<[when: Condition, field: string]>([
    [count('a', 1, '200d'), 'within'],
    [{ kind: 'count', event: 'a', is: 1, between: ['26w', '1d'] }, 'between[0]'],
    [{ kind: 'since', event: 'a', is: { $gt: '365d' } }, 'is.$gt'],
    [{ kind: 'sequence', steps: [{ event: 'a' }], within: '1d', inLast: '200d' }, 'inLast'],
    [{ kind: 'score', weights: { a: 1 }, halfLife: '300d', is: { $gt: 1 } }, 'halfLife'],
    [{ kind: 'away', is: { $gt: '200d' } }, 'is.$gt'],
    [{ kind: 'away', is: { $gte: '1d', $lt: '52w' } }, 'is.$lt'],
  ])('warns of %j', (when, field) => {
    const lines = said(config({ it: when })).filter((line) => /forgotten/.test(line));
    expect(lines).toEqual([expect.stringContaining(`segments[0].when.${field}: looks back `)]);
  });
  test('goes by the retention of the config', () => {
    const rules = { it: count('a', 1, '30d') };
    expect(said(config(rules, { privacy: { retention: '30d' } }))).toEqual([]);
    expect(said(config(rules, { privacy: { retention: '29d' } }))).toHaveLength(1);
    expect(said(config({ it: { kind: 'age', is: { $gt: '300d' } } }))).toEqual([]);
  });
});

describe('edges of rfm', () => {
  const edges: Config['rfm'] = {
    recency: ['7d', '30d', '60d', '90d'],
    frequency: [1, 2, 3, 4],
    monetary: [20, 50, 100, 200],
  };
  const daily = { ...edges, per: 'day' as const };
  const lines = (when: Condition, more: Partial<Config>) =>
    said(config({ it: when }, { rfm: edges, ...more })).filter((line) => line.startsWith('rfm: '));
  const often: Condition = { kind: 'rfm', frequency: { $gte: 4 } };
  const much: Condition = { kind: 'any', of: [count('a', 1), { kind: 'rfm', recency: 5, monetary: 5 }] };
  const lately: Condition = { kind: 'rfm', recency: 5 };
  const stated: Partial<Config> = { privacy: { retention: '180d' } };
  /** `days` of orders, the first and the last one of them too */
  const learned = (days: number): NonNullable<Config['learned']> => ({
    at: '2026-11-28',
    from: new Date(Date.parse('2026-11-27') - (days - 1) * 864e5).toISOString().slice(0, 10),
    until: '2026-11-27',
  });

  test.each([
    ['frequency', often],
    ['monetary, in a group', much],
  ])('are said to be of what is remembered, for %s', (_what, when) => {
    const line = expect.stringMatching(/^rfm: .* the last 180d, not of all that somebody ever bought$/);
    expect(lines(when, {})).toEqual([line]);
    expect(lines(when, { privacy: { consent: 'implied' } })).toEqual([line]);
    // groups may have been learned, and these edges written by hand
    expect(lines(when, { learned: learned(400) })).toEqual([line]);
  });
  test.each<[what: string, when: Condition, more: Partial<Config>]>([
    ['who says how long is remembered', often, stated],
    ['how long ago alone', lately, {}],
    ['edges that nobody asks for', count('a', 1), {}],
    ['a config without edges', count('a', 1), { rfm: undefined }],
    ['as much as is remembered', often, { rfm: daily, learned: learned(180) }],
    ['more than is remembered', often, { rfm: daily, learned: learned(900) }],
    [
      'few days, of a memory as short',
      often,
      { rfm: daily, learned: learned(30), privacy: { retention: '30d' } },
    ],
    ['few days, and how long ago alone', lately, { rfm: daily, learned: learned(30) }],
  ])('say nothing of %s', (_what, when, more) => {
    expect(lines(when, more)).toEqual([]);
  });
  test('are warned of where they were learned from fewer days than are remembered', () => {
    const few = { rfm: daily, learned: learned(179) };
    const line = (retention: string) =>
      expect.stringContaining(`of orders of 179 days, but a browser remembers ${retention}: `);
    expect(lines(often, few)).toEqual([line('180d')]);
    expect(lines(much, { ...few, privacy: { retention: '400d' } })).toEqual([line('400d')]);
    const [problem] = lintConfig(config({ it: often }, few)).filter(({ path }) => path === 'rfm');
    expect(problem).toMatchObject({ severity: 'warning', remedy: expect.stringContaining('"179d"') });
  });
});

describe('topics', () => {
  const topics = [
    { topic: 'shoes', pages: ['/shoes/*'] },
    { topic: 'tents', pages: ['/tents/*'] },
  ];
  const interest = (topic: string): Condition => ({ kind: 'interest', topic, rank: 1 });
  const lines = (topic: string, more: Partial<Config>) =>
    said(config({ it: interest(topic) }, more)).filter((line) => /"topics"/.test(line));
  test('warns of one that no page is about', () => {
    expect(lines('shoez', { topics })).toEqual([
      'segments[0].when.topic: no page of "topics" is about "shoez"',
    ]);
  });
  test.each<[what: string, topic: string, more: Partial<Config>]>([
    ['one that a page is about', 'tents', { topics }],
    ['configs that leave topics to events', 'maps', {}],
    [
      'one that a capture says',
      'maps',
      { topics, capture: [{ kind: 'page', event: 'map', pages: ['/m'], props: { topic: 'maps' } }] },
    ],
  ])('is silent about %s', (_what, topic, more) => expect(lines(topic, more)).toEqual([]));
});

describe('paths', () => {
  const lines = (when: Condition) =>
    said(config({ a: { kind: 'any', of: [when, count('purchase', 1)] } })).filter((line) =>
      line.includes('begins with'),
    );
  const view = (path: Predicate): Condition => ({ ...count('page_view', 1), where: { path } }) as Condition;
  test.each<[what: string, when: Condition, at: string, text: string]>([
    ['this page', { kind: 'context', key: 'path', is: 'shoes' }, 'is', 'shoes'],
    [
      'where a visit began',
      { kind: 'last', event: 'visit_start', of: 'landing', is: { $startsWith: 'sale/' } },
      'is.$startsWith',
      'sale/',
    ],
    ['pages seen', view('https://shop.example/shoes'), 'where.path', 'https://shop.example/shoes'],
    ['one of several', view({ $in: ['/a', 'b'] }), 'where.path.$in[1]', 'b'],
    [
      'an alternative',
      view({ $or: [{ $eq: '/a' }, { $startsWith: '*' }] }),
      'where.path.$or[1].$startsWith',
      '*',
    ],
    ['the last one', { kind: 'last', event: 'page_view', of: 'path', is: { $eq: 'x' } }, 'is.$eq', 'x'],
    [
      'a step',
      {
        kind: 'sequence',
        steps: [{ event: 'page_view', where: { path: 'x' } }, { event: 'purchase' }],
        within: '1d',
      },
      'steps[0].where.path',
      'x',
    ],
  ])('warns of what no path is or begins with: %s', (_what, when, at, text) =>
    expect(lines(when)).toEqual([
      `segments[0].when.of[0].${at}: no page has this path: each begins with "/", and "${text}" does not`,
    ]),
  );
  test.each<[what: string, when: Condition]>([
    ['a path', view('/shoes')],
    ['a part of one', view({ $contains: 'shoes', $endsWith: 'x' })],
    ['what it is not', view({ $ne: 'shoes', $nin: ['x'], $not: { $eq: 'y' } })],
    ['an event of the site’s own', { ...count('open_file', 1), where: { path: 'a/b' } } as Condition],
    ['another fact', { kind: 'context', key: 'source', is: 'shoes' }],
  ])('is silent about %s', (_what, when) => expect(lines(when)).toEqual([]));
});

describe('experiences', () => {
  const rules = {
    phone: { kind: 'context', key: 'device', is: 'phone' },
    ios: {
      kind: 'all',
      of: [
        { kind: 'context', key: 'device', is: 'phone' },
        { kind: 'context', key: 'os', is: 'ios' },
      ],
    },
  } as const;
  const variant = (id: string, segment: string, ...changes: Change[]) => ({ id, name: id, segment, changes });
  const of = (...experiences: Experience[]) => said(config(rules as never, { experiences }));

  test('warns of a live one without a goal, not of a draft', () => {
    const { goal: _goal, ...aimless } = experience('a');
    expect(of(aimless)).toEqual(['experiences[0]: "a" has no goal, so nobody can tell whether it helps']);
    expect(of({ ...aimless, status: 'draft' })).toEqual([]);
    // said on purpose
    expect(of({ ...aimless, goal: null })).toEqual([]);
  });
  test('warns of one that changes nothing at all', () => {
    const [same, other] = [variant('v', 'everyone'), variant('w', 'everyone', text('h1'))];
    expect(of(experience('a', { variants: [same] }))).toEqual([
      'experiences[0]: "a" changes nothing: whoever gets it sees the original',
    ]);
    expect(of(experience('a', { variants: [same], status: 'paused' }))).toEqual([]);
    // what the other is compared with
    expect(of(experience('a', { variants: [same, other] }))).toEqual([]);
  });
  test('warns of a variant whose visitors get an earlier one', () => {
    const shadowed = (...order: string[]) =>
      of(
        experience('a', { variants: order.map((segment, i) => variant(`v${i}`, segment, classes(`c${i}`))) }),
      );
    expect(shadowed('phone', 'ios', 'everyone')).toEqual([
      'experiences[0].variants[1].segment: nobody gets "v1": whoever is in "ios" gets "v0" before',
    ]);
    expect(shadowed('everyone', 'phone')).toHaveLength(1);
    expect(shadowed('phone', 'ios', 'phone')).toHaveLength(2);
    expect(shadowed('ios', 'phone', 'everyone', 'everyone')).toEqual([]);
  });
  test.each<[what: string, earlier: Experience, later: Experience, isShadowed: boolean]>([
    ['the same heading for everyone', experience('a'), experience('b'), true],
    ['all pages before one', experience('a', { pages: ['*'] }), experience('b'), true],
    [
      'a narrower segment after a wider one',
      experience('a', { variants: [variant('v', 'phone', text('h1'))] }),
      experience('b', { variants: [variant('v', 'ios', text('h1'))] }),
      true,
    ],
    [
      'a wider segment after a narrower one',
      experience('a', { variants: [variant('v', 'ios', text('h1'))] }),
      experience('b', { variants: [variant('v', 'phone', text('h1'))] }),
      false,
    ],
    [
      'another element',
      experience('a'),
      experience('b', { variants: [variant('v', 'everyone', text('h2'))] }),
      false,
    ],
    [
      'one change more',
      experience('a'),
      experience('b', { variants: [variant('v', 'everyone', text('h1'), text('h2'))] }),
      false,
    ],
    [
      'a variant that changes nothing',
      experience('a'),
      experience('b', { variants: [variant('v', 'everyone')] }),
      false,
    ],
    [
      'an insertion',
      experience('a'),
      experience('b', { variants: [variant('v', 'everyone', { kind: 'css', value: 'a{}' })] }),
      false,
    ],
    ['another page', experience('a', { pages: ['/x'] }), experience('b'), false],
    ['an earlier one that holds half out', experience('a', { holdout: 0.5 }), experience('b'), false],
    [
      'a folder before its page',
      experience('a', { pages: ['/a/*'] }),
      experience('b', { pages: ['/a/b/'] }),
      true,
    ],
    [
      'a folder before a part of it',
      experience('a', { pages: ['/a*'] }),
      experience('b', { pages: ['/a/*/c'] }),
      true,
    ],
    [
      'a part before its folder',
      experience('a', { pages: ['/a/b*'] }),
      experience('b', { pages: ['/a/*'] }),
      false,
    ],
    [
      'alike at both ends only',
      experience('a', { pages: ['/a*a'] }),
      experience('b', { pages: ['/a'] }),
      false,
    ],
    [
      'a folder without one page, before another page',
      experience('a', { pages: ['/a/*', '!/a/b'] }),
      experience('b', { pages: ['/a/c', '!/a/b'] }),
      true,
    ],
    [
      'a folder without the page',
      experience('a', { pages: ['/a/*', '!/a/b'] }),
      experience('b', { pages: ['/a/b'] }),
      false,
    ],
    [
      'every page but one, before all',
      experience('a', { pages: ['!/x'] }),
      experience('b', { pages: ['*'] }),
      false,
    ],
    ['an earlier one that is paused', experience('a', { status: 'paused' }), experience('b'), false],
    [
      'an earlier one that ends',
      experience('a', { schedule: { to: '2027-01-01T00:00:00Z' } }),
      experience('b'),
      false,
    ],
    [
      'an earlier one shown thrice',
      experience('a', { frequency: { times: 3, per: 'visit' } }),
      experience('b'),
      false,
    ],
    [
      'one class of several',
      experience('a', { variants: [variant('v', 'everyone', classes('a', 'b'))] }),
      experience('b', { variants: [variant('v', 'everyone', classes('b'))] }),
      true,
    ],
    [
      'a class and another',
      experience('a', { variants: [variant('v', 'everyone', classes('a'))] }),
      experience('b', { variants: [variant('v', 'everyone', classes('a', 'b'))] }),
      false,
    ],
    [
      'two properties that two changes took one by one',
      experience('a', { variants: [variant('v', 'everyone', style('color'), style('margin'))] }),
      experience('b', { variants: [variant('v', 'everyone', style('margin', 'color'))] }),
      true,
    ],
    [
      'a property on another width',
      experience('a', { variants: [variant('v', 'everyone', style('color'))] }),
      experience('b', {
        variants: [variant('v', 'everyone', { ...style('color'), media: '(width < 600px)' })],
      }),
      false,
    ],
    [
      'the same words, spaced otherwise',
      experience('a', { variants: [variant('v', 'everyone', text('h1', 'Dry  nights'))] }),
      experience('b', { variants: [variant('v', 'everyone', text('h1', ' Dry nights'))] }),
      true,
    ],
    [
      'an element that says nothing, and one that says anything',
      experience('a', { variants: [variant('v', 'everyone', text('h1', ''))] }),
      experience('b', { variants: [variant('v', 'everyone', text('h1'))] }),
      false,
    ],
    ...(
      [
        ['a text in one language, and one for all', { de: 'a' }, 'b', false],
        ['a text in one language, and one in another', { de: 'a' }, { fr: 'b' }, false],
        ['a text in one language, and one for the others too', { de: 'a' }, { de: 'b', '*': 'b' }, false],
        ['a text in one language, and one in the same', { de: 'a', fr: 'a' }, { 'DE-at': 'b' }, true],
        ['a text in all languages', { de: 'a', '*': 'a' }, { fr: 'b' }, true],
        ['a text for all, and one by language', 'a', { fr: 'b', '*': 'b' }, true],
      ] as const
    ).map(([what, earlier, later, isShadowed]): [string, Experience, Experience, boolean] => [
      what,
      experience('a', { variants: [variant('v', 'everyone', say(earlier))] }),
      experience('b', { variants: [variant('v', 'everyone', say(later))] }),
      isShadowed,
    ]),
    [
      'an earlier one with a variant that changes nothing',
      experience('a', { variants: [variant('v', 'ios'), variant('w', 'everyone', text('h1'))] }),
      experience('b'),
      false,
    ],
  ])('%s', (_what, earlier, later, isShadowed) => {
    const lines = of(earlier, later).filter((line) => /never seen/.test(line));
    expect(lines).toEqual(
      isShadowed
        ? [
            'experiences[1]: "b" is never seen: "a" comes first and changes the same things for the same visitors',
          ]
        : [],
    );
  });
});

test('says the same of the same config, with a remedy each, as warnings only', () => {
  const given = config({ a: count('a', 1, '400d'), b: { kind: 'any', of: [] } });
  const problems = lintConfig(given);
  expect(lintConfig(given)).toEqual(problems);
  for (const { severity, remedy } of problems)
    expect([severity, remedy]).toEqual(['warning', expect.stringMatching(/\.$/)]);
});

test('never fails on a config that is fit', () => {
  const part = fc.constantFrom<Condition>(...(SAMPLE.segments[1]!.when as { of: Condition[] }).of);
  const value = fc.oneof(
    fc.integer({ min: -2, max: 9 }),
    fc.constantFrom('a', 'x@y.example', ''),
    fc.boolean(),
  );
  const is = fc.oneof(
    value,
    fc.record({ $in: fc.array(value) }),
    fc.record({ $not: value }),
    fc.record({ $size: fc.nat(3) }),
    fc.record({ $exists: fc.boolean() }),
    fc.record({ $all: fc.array(value) }),
  );
  const rule = fc.letrec<{ rule: Condition }>((tie) => ({
    rule: fc.oneof(
      { depthSize: 'small' },
      part,
      is.map((is): Condition => ({ kind: 'trait', key: 'a', is: is as never })),
      is.map((is): Condition => ({ kind: 'count', event: 'a', where: { a: is as never }, is: { $gte: 1 } })),
      fc.record({
        kind: fc.constantFrom('all' as const, 'any' as const, 'none' as const),
        of: fc.array(tie('rule'), { maxLength: 3 }),
      }),
    ),
  })).rule;
  fc.assert(
    fc.property(rule, (when) => {
      const given = { ...SAMPLE, segments: [SAMPLE.segments[0]!, { id: 'mix', name: 'Mix', when }] };
      const { config: fit } = checkConfig(given);
      if (fit) lintConfig(fit);
    }),
    { numRuns: draws(500) },
  );
});
