// Advice on counting: each row that must be warned of has one beside it that must not.

import { expect, test } from 'vitest';
import { lintCounting } from '../../../../shared/lint/counting.ts';
import type { Config } from '../../../../shared/schema/config.ts';
import type { Experience } from '../../../../shared/schema/experience.ts';

const experience = (more: Partial<Experience> = {}): Experience => ({
  id: 'home',
  name: 'Home',
  status: 'live',
  pages: ['/'],
  goal: 'order',
  holdout: 0.1,
  variants: [{ id: 'a', name: 'A', segment: 'everyone', changes: [] }],
  ...more,
});
const said = (measure: Config['measure'], ...experiences: Experience[]): string[] =>
  lintCounting({
    version: 1,
    site: 'shop.example',
    revision: 1,
    goals: [{ id: 'order', name: 'Order', event: 'purchase' }],
    segments: [],
    experiences,
    ...(measure && { measure }),
  }).map(({ path }) => path);
const ping = {};
const split = ['a', 'b'].map((id) => ({ id, name: id, segment: 'everyone', changes: [] }));
const narrow = [{ id: 'a', name: 'A', segment: 'keen', changes: [] }];

test.each<[rule: string, paths: string[], said: string[]]>([
  ['with a holdout', [], said({ ping }, experience())],
  ['without one', ['experiences[0]'], said({ ping }, experience({ holdout: 0 }))],
  ['split instead', [], said({ ping }, experience({ holdout: 0, variants: split }))],
  ['without a goal', [], said({ ping }, experience({ holdout: 0, goal: null }))],
  [
    'without a goal of its own',
    ['experiences[0]'],
    said({ ping, goals: ['order'] }, experience({ holdout: 0, goal: null })),
  ],
  ['not live', [], said({ ping }, experience({ holdout: 0, status: 'paused' }))],
  ['nothing is counted', ['measure'], said({ goals: ['order'] }, experience())],
  ['somebody is told', ['measure.tell[0]'], said({ ping, tell: [{ to: 'ga4' }] }, experience())],
  [
    'each who is told, and nothing is counted',
    ['measure.tell[0]', 'measure.tell[1]'],
    said({ tell: [{ to: 'ga4' }, { to: 'beacon', url: '/told' }] }, experience({ holdout: 0 })),
  ],
  ['not counted', [], said(undefined, experience({ holdout: 0 }))],
  [
    'a segment at "coin"',
    ['experiences[0].variants[0].segment'],
    said({ ping }, experience({ variants: narrow })),
  ],
  ['a segment at "exact"', [], said({ ping: { level: 'exact' } }, experience({ variants: narrow }))],
  [
    'the budget used up',
    [],
    said({ ping: { level: 'private', budget: 4 } }, experience(), experience({ id: 'b' })),
  ],
  [
    'more than the budget',
    ['measure.ping.budget'],
    said({ ping: { level: 'private', budget: 3 } }, experience(), experience({ id: 'b' })),
  ],
])('%s', (_rule, paths, found) => expect(found).toEqual(paths));
