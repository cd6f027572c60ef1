// Somebody who is made up for a rule: in it where its conditions can hold, also where it asks for just so many of what the
// page they are on counts to.

import { describe, expect, test } from 'vitest';
import { findSomebody, viewOf } from '../../../../../extension/panel/see/find-somebody.ts';
import { find } from '../../../../../shared/engine/decide.ts';
import type { Condition } from '../../../../../shared/schema/condition.ts';
import type { Config } from '../../../../../shared/schema/config.ts';

const NOW = Date.UTC(2026, 5, 3, 12);
const configOf = (when: Condition): Config => ({
  version: 1,
  site: 'shop.example',
  revision: 1,
  segments: [{ id: 'own', name: 'Own', when }],
  experiences: [],
});
/** What is found of whoever was made up. */
function figureOf(when: Condition): unknown {
  const config = configOf(when);
  const made = findSomebody(config, 'own', NOW);
  return made && find(when, viewOf(config, made.life, made.traits, '/', NOW)).figure;
}

describe('just so many', () => {
  test.each<[string, Condition, number]>([
    ['page views', { kind: 'count', event: 'page_view', is: 3 }, 3],
    ['page views, from 3 to 3', { kind: 'count', event: 'page_view', is: { $gte: 3, $lte: 3 } }, 3],
    ['page views, the first of them', { kind: 'count', event: 'page_view', is: 1, within: '7d' }, 1],
    ['page views in the visit', { kind: 'count', event: 'page_view', is: 2, during: 'visit' }, 2],
    [
      'views of one page, which is this',
      { kind: 'count', event: 'page_view', where: { path: '/' }, is: 2, within: '7d' },
      2,
    ],
    [
      'views of one page, which is another',
      { kind: 'count', event: 'page_view', where: { path: '/tents' }, is: 2, within: '7d' },
      2,
    ],
    ['visits', { kind: 'count', event: 'visit_start', is: 4 }, 4],
    ['pages', { kind: 'distinct', event: 'page_view', of: 'path', is: 3 }, 3],
    ['pages, of which this is all', { kind: 'distinct', event: 'page_view', of: 'path', is: 1 }, 1],
    ['days', { kind: 'days', is: 3, within: '14d' }, 3],
    ['points', { kind: 'score', weights: { page_view: 1 }, halfLife: '7d', is: { $gte: 3, $lt: 3.5 } }, 3],
  ])('%s', (_name, when, figure) => expect(figureOf(when)).toBeCloseTo(figure));

  test.each<[string, Condition]>([
    ['no page view at all', { kind: 'count', event: 'page_view', is: 0 }],
    ['half a page view', { kind: 'count', event: 'page_view', is: 2.5 }],
    ['fewer than none', { kind: 'count', event: 'page_view', is: { $lt: 0 } }],
  ])('nobody has %s', (_name, when) => expect(figureOf(when)).toBeUndefined());
});
