// A visitor made from a few lines: what they did so many days ago, how they came, what they stated.
import { compile } from '../../../../shared/engine/compile.ts';
import { decide } from '../../../../shared/engine/decide.ts';
import { record } from '../../../../shared/engine/fold.ts';
import { type Arrival, createProfile, type TraitValue } from '../../../../shared/engine/profile.ts';
import type { Facts, Truth, View } from '../../../../shared/engine/view.ts';
import type { Condition } from '../../../../shared/schema/condition.ts';
import type { Config } from '../../../../shared/schema/config.ts';
import type { Props } from '../../../../shared/schema/props.ts';

/** A Wednesday at noon, wherever the test runs. */
export const NOW = new Date(2026, 2, 4, 12).getTime();
const DAY_MS = 864e5;

export type Act = [name: string, daysAgo: number, props?: Record<string, unknown>, arrival?: Arrival];
export interface History {
  acts?: Act[];
  facts?: Facts;
  traits?: Record<string, TraitValue>;
  now?: number;
}

/** What was learned of all buyers, as a config holds it. */
export const LEARNED = {
  rfm: { recency: ['7d', '30d', '90d', '150d'], frequency: [1, 2, 3, 4], monetary: [20, 50, 100, 200] },
  personas: {
    mean: [3.5, 0.5, 4],
    spread: [1, 0.6, 1],
    groups: [
      { id: 'often', name: 'Often', description: '', centre: [-1.5, 1, 1], share: 0.3 },
      { id: 'once', name: 'Once', description: '', centre: [1, -0.8, -1], share: 0.7 },
    ],
  },
  value: { purchases: [0.7, 30, 0.8, 2.5], spend: [6, 4, 15] },
  goals: [{ id: 'ordered', name: 'Ordered', event: 'purchase' }],
  /** 5 of 100 by what was looked at in the visit: 12 with one item, 27 with two, 50 with three. */
  models: [
    {
      id: 'order',
      name: 'An order',
      goal: 'ordered',
      bias: -3,
      terms: [{ of: { kind: 'count', event: 'view_item', during: 'visit' }, as: 'number', weight: 1 }],
      report: {
        visits: 1000,
        positives: 100,
        auc: 0.8,
        interval: [0.75, 0.85],
        mean: 0.1,
        actual: 0.1,
        slope: 1,
        brier: 0.08,
        brierOfMean: 0.1,
        bins: [{ rows: 100, visitors: 90, mean: 0.1, actual: 0.1 }],
      },
    },
  ],
} satisfies Partial<Config>;

/** @param doubt 'new': the rule was published just now and is not built yet */
export function judge(when: Condition, history: History, doubt?: 'memory' | 'waiting' | 'new'): Truth {
  const config: Config = {
    version: 1,
    site: 'shop.example',
    revision: 1,
    ...LEARNED,
    segments: [{ id: 'it', name: 'It', when }],
    experiences: [],
  };
  const program = compile(config);
  const profile = createProfile(program);
  Object.assign(profile.traits, history.traits);
  const { acts = [], facts = {}, now = NOW } = history;
  for (const [name, daysAgo, props = {}, arrival] of [...acts].sort((a, b) => b[1] - a[1])) {
    record(program, profile, name, props as Props, NOW - daysAgo * DAY_MS, arrival);
  }
  if (doubt === 'new') profile.nodes = {};
  const view: View = { program, profile, facts, now, doubt: doubt === 'new' ? undefined : doubt };
  return decide({ kind: 'segment', id: 'it' }, view).value;
}
