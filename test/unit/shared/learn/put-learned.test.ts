// What was learned, put into a config that has some of an earlier run: names and rules stay with the group that they are
// of, what a run made up goes with it, and what is older counts for all that stands together.
import { describe, expect, test } from 'vitest';
import type { LearnedConfig } from '../../../../shared/learn/learn.ts';
import { nameGroups } from '../../../../shared/learn/name-groups.ts';
import { type History, toHistory } from '../../../../shared/learn/persona-space.ts';
import * as put from '../../../../shared/learn/put-learned.ts';
import { checkConfig } from '../../../../shared/schema/check.ts';
import type { Config } from '../../../../shared/schema/config.ts';

const { putLearned } = put;
const config: Config = { version: 1, site: 'shop.example', revision: 3, segments: [], experiences: [] };
const OFTEN: History = [3, 12, 900];
const SOMETIMES: History = [60, 3, 150];
const ONCE: History = [150, 1, 20];
const scale = { mean: [3, 1, 4], spread: [1.5, 1, 2] } as const;

/** As a run would write them: groups, and those of `said` as segments, too. */
function runOf(histories: History[], { said = histories, mean = [...scale.mean] as History } = {}) {
  const spread: History = [...scale.spread];
  const centreOf = ([days, orders, sum]: History): History => [
    (Math.log(1 + days) - mean[0]) / spread[0],
    (Math.log(orders) - mean[1]) / spread[1],
    (Math.log(1 + sum) - mean[2]) / spread[2],
  ];
  const named = nameGroups(
    histories.map((history) => ({ history, share: 1 / histories.length, test: null })),
    null,
  );
  const personas = {
    mean,
    spread,
    groups: named.map(({ id, name, description, at }) => ({
      id,
      name,
      description,
      centre: centreOf(histories[at]!),
      share: 1 / histories.length,
    })),
  };
  const segments = named
    .filter(({ at }) => said.includes(histories[at]!))
    .map(({ id, name, description, at }) => ({
      id,
      name,
      description,
      when: { kind: 'days' as const, event: 'purchase', is: { $gte: histories[at]![1] } },
    }));
  return { personas, segments } satisfies LearnedConfig;
}
const groupsOf = ({ personas }: Pick<Config, 'personas'>) => {
  const { groups = [], ...scale } = personas ?? {};
  return groups.map(({ id, name, centre }) => [
    id,
    name,
    Math.round(toHistory(centre, scale as NonNullable<typeof personas>)[1]),
  ]);
};
const segmentsOf = ({ segments }: Pick<Config, 'segments'>) => segments.map(({ id, name }) => [id, name]);
const rename = (before: Config, id: string, name: string): Config => {
  const called = <T extends { id: string }>(list: T[]) =>
    list.map((one) => (one.id === id ? { ...one, name } : one));
  return {
    ...before,
    personas: { ...before.personas!, groups: called(before.personas!.groups) },
    segments: called(before.segments),
  };
};

describe('groups of a second run', () => {
  const first = putLearned(config, runOf([OFTEN, SOMETIMES, ONCE]));

  test('are called as this run calls them, where nobody has given a name', () => {
    const later = putLearned(first, runOf([[9, 8, 500], SOMETIMES, ONCE]));
    const [name] = nameGroups([{ history: [9, 8, 500], share: 1, test: null }], null);
    expect(groupsOf(later)[0]).toEqual(['persona-1', name!.name, 8]);
    expect(segmentsOf(later)[0]).toEqual(['persona-1', name!.name]);
    expect(later.segments[0]!.description).toBe(later.personas!.groups[0]!.description);
  });

  test('keep the id and the name that an author gave the one that is like them, not of that number', () => {
    const own = rename(first, 'persona-2', 'Now and then');
    // the most frequent are two now, and what was second is third
    const later = putLearned(own, runOf([[2, 40, 9000], OFTEN, SOMETIMES, ONCE], { mean: [2.5, 1.2, 4.4] }));
    expect(groupsOf(later)).toEqual([
      ['persona-4', expect.stringMatching(/^Bought about 40 times/), 40],
      ['persona-1', expect.stringMatching(/^Bought about 12 times/), 12],
      ['persona-2', 'Now and then', 3],
      ['persona-3', expect.stringMatching(/^Bought once/), 1],
    ]);
    expect(segmentsOf(later)).toEqual([
      ['persona-1', expect.stringMatching(/^Bought about 12 times/)],
      ['persona-2', 'Now and then'],
      ['persona-3', expect.stringMatching(/^Bought once/)],
      ['persona-4', expect.stringMatching(/^Bought about 40 times/)],
    ]);
    expect(checkConfig(later).problems.filter(({ severity }) => severity === 'error')).toEqual([]);
    expect(
      putLearned(later, runOf([[2, 40, 9000], OFTEN, SOMETIMES, ONCE], { mean: [2.5, 1.2, 4.4] })),
    ).toEqual(later);
  });

  test('far from all that were are others, under ids that nothing has', () => {
    const own = rename(first, 'persona-1', 'Regulars');
    const later = putLearned(own, runOf([[400, 2, 5000], ONCE]));
    expect(groupsOf(later)).toEqual([
      ['persona-4', expect.stringMatching(/^Bought about 2 times/), 2],
      ['persona-3', expect.stringMatching(/^Bought once/), 1],
    ]);
  });
});

test('a segment of the author’s own that is called as a group would be stays, and the group takes another id', () => {
  const own = {
    id: 'persona-1',
    name: 'Mine',
    when: { kind: 'days' as const, event: 'login', is: { $gte: 2 } },
  };
  const next = putLearned({ ...config, segments: [own] }, runOf([OFTEN, ONCE]));
  expect(next.segments).toContainEqual(own);
  expect(groupsOf(next as Config).map(([id]) => id)).toEqual(['persona-2', 'persona-3']);
  expect(segmentsOf(next as Config).map(([id]) => id)).toEqual(['persona-1', 'persona-2', 'persona-3']);
  // those of a run whose groups were taken out are made anew in their place
  const { personas: _personas, ...left } = next as Config;
  expect(segmentsOf(putLearned(left, runOf([OFTEN, ONCE])) as Config).map(([id]) => id)).toEqual([
    'persona-1',
    'persona-2',
    'persona-3',
  ]);
});

describe('segments of groups that are no more', () => {
  const first = putLearned(config, runOf([OFTEN, SOMETIMES, ONCE]));
  const fewer = runOf([OFTEN, ONCE]);
  const mine = { id: 'mine', name: 'Mine', when: { kind: 'age', is: { $gt: '1d' } } } as const;
  const variant = { id: 'a', name: 'A', segment: 'persona-2', weight: 1, changes: [] };

  test('go', () => {
    const later = putLearned({ ...first, segments: [mine, ...first.segments] }, fewer);
    expect(later.segments.map(({ id }) => id)).toEqual(['mine', 'persona-1', 'persona-3']);
    expect(put.findStale(first, fewer)).toEqual({ gone: ['persona-2'], stay: [] });
  });
  test('go, too, where the group is there and no rule says it any more', () => {
    const later = putLearned(first, runOf([OFTEN, SOMETIMES, ONCE], { said: [] }));
    expect(later.segments).toEqual([]);
    expect(later.personas!.groups).toHaveLength(3);
  });
  test.each<[what: string, uses: Partial<Config>]>([
    ['an experience', { experiences: [{ id: 'e', name: 'E', variants: [variant] } as never] }],
    [
      'another segment',
      {
        segments: [
          ...first.segments,
          {
            id: 'mine',
            name: 'Mine',
            when: { kind: 'any', of: [{ kind: 'none', of: [{ kind: 'segment', id: 'persona-2' }] }] },
          },
        ],
      },
    ],
  ])('stay as they are where %s uses them', (_what, uses) => {
    const before = { ...first, ...uses };
    const later = putLearned(before, fewer);
    expect(later.segments.find(({ id }) => id === 'persona-2')).toEqual(first.segments[1]);
    expect(put.findStale(before, fewer)).toEqual({ gone: [], stay: ['persona-2'] });
    // nor does a new group take that id, and with it what is shown to whom
    const more = putLearned(later, runOf([[2, 40, 9000], OFTEN, ONCE]));
    expect(more.segments.find(({ id }) => id === 'persona-2')).toEqual(first.segments[1]);
  });
  test('stay where an author has made them their own, and where no groups were learned', () => {
    const own = first.segments.map((one) => ({ ...one, description: 'For the letter in May' }));
    expect(putLearned({ ...first, segments: own }, fewer).segments).toHaveLength(3);
    expect(putLearned(first, { rfm: undefined } as never).segments).toEqual(first.segments);
  });
  test('keep their rule where an author has made them their own, though the group is found again', () => {
    const own = first.segments.map((one) => ({
      ...one,
      description: 'For the letter in May',
      when: { kind: 'age', is: { $gt: '1d' } } as const,
    }));
    const again = runOf([ONCE, OFTEN]);
    expect(putLearned({ ...first, segments: own }, again).segments.slice(0, own.length)).toEqual(own);
    expect(putLearned(first, again).segments[0]!.when).toEqual(again.segments![0]!.when);
  });
});

describe('what it was learned from', () => {
  const rfm: Config['rfm'] = {
    recency: ['7d', '30d', '60d', '90d'],
    frequency: [2, 3, 4, 5],
    monetary: [1, 2, 3, 4],
  };
  const value: Config['value'] = { purchases: [1, 20, 1, 2] };
  const items = { file: 'selvedge-items-3f9a12bc.js' };
  const old = { at: '2026-06-01', from: '2025-01-01', until: '2026-05-30', buyers: 2357 };
  const now = { at: '2026-11-28', from: '2026-02-01', until: '2026-11-27', visits: 900 };
  const before: Config = { ...config, learned: old, rfm, value };

  test('keeps the buyers and the days of parts that stand', () => {
    expect(putLearned(before, { learned: now, items }).learned).toEqual({
      at: '2026-06-01',
      from: '2025-01-01',
      until: '2026-05-30',
      buyers: 2357,
      visits: 900,
    });
  });
  test('is that of the run where nothing of an earlier one stands', () => {
    const run = { learned: { ...now, buyers: 3000 }, rfm: { ...rfm!, frequency: [3, 4, 5, 6] }, value };
    expect(putLearned(before, run as LearnedConfig).learned).toEqual(run.learned);
    expect(putLearned(config, run as LearnedConfig).learned).toEqual(run.learned);
  });
  test('counts visits no longer that nothing was learned from', () => {
    const was = { ...old, visits: 400 };
    const run: LearnedConfig = { learned: { ...now, visits: 900 }, items };
    expect(putLearned({ ...before, learned: was, items: { file: 'old.js' } }, run).learned?.visits).toBe(900);
    expect(putLearned({ ...before, learned: was }, { learned: { ...old }, rfm }).learned).toEqual(old);
  });
  test('taken over part by part it is new with the last of them, and the parts are there', () => {
    const run: LearnedConfig = {
      learned: { ...now, buyers: 3000 },
      rfm: { ...rfm!, frequency: [3, 4, 5, 6] },
      value: { purchases: [2, 20, 1, 2] },
    };
    expect(put.hasLearned(before, run, ['rfm'])).toBe(false);
    const half = putLearned(before, run, ['learned', 'rfm']);
    expect(half.value).toEqual(value);
    expect(half.learned).toEqual({ ...old, visits: 900 });
    expect(put.hasLearned(half, run, ['rfm'])).toBe(true);
    expect(put.hasLearned(half, run, ['value'])).toBe(false);
    const whole = putLearned(half, run, ['learned', 'value']);
    expect(whole.learned).toEqual(run.learned);
  });
  test('a model of another goal stands', () => {
    const model = (goal: string, bias: number) => ({
      id: goal,
      name: goal,
      goal,
      bias,
      terms: [],
      report: {},
    });
    const site = {
      ...config,
      learned: { ...old, visits: 70 },
      models: [model('cart', 1), model('order', 1)],
    };
    const run = { learned: now, models: [model('order', 2)] };
    const later = putLearned(site as never as Config, run as never);
    expect(later.learned).toMatchObject({ at: '2026-06-01', visits: 70 });
    const one = putLearned(
      { ...site, models: [{ ...model('order', 1), name: 'Mine' }] } as never as Config,
      run as never,
    );
    expect(one.learned).toEqual(now);
    expect(one.models![0]).toMatchObject({ name: 'Mine', bias: 2 });
    expect(put.hasLearned(one, run as never, ['models'])).toBe(true);
  });
});
