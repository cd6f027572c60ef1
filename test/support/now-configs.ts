// Configs whose first-paint script is weighed: by the bench, and by the test that holds the limits.

import { readFileSync } from 'node:fs';
import type { Change } from '../../shared/schema/change.ts';
import type { Condition } from '../../shared/schema/condition.ts';
import type { Config } from '../../shared/schema/config.ts';

type Experience = Config['experiences'][0];

const target = { css: 'h1' };
const offer = (
  id: string,
  segment: string,
  changes: Change[],
  more: Partial<Experience> = {},
): Experience => ({
  id,
  name: id,
  status: 'live',
  pages: ['/'],
  variants: [{ id: 'v', name: 'V', segment, changes }],
  ...more,
});
const text: Change = { kind: 'text', target, value: 'Welcome back' };
const configOf = (conditions: Condition[], experiences: Experience[]): Config => ({
  version: 1,
  site: 'shop.example',
  revision: 1,
  segments: conditions.map((when, i) => ({ id: `s${i}`, name: `S${i}`, when })),
  experiences,
});
const viewed: Condition = { kind: 'count', event: 'view_item', is: { $gte: 3 }, within: '7d' };

/** @param shop the path of the demo shop's config */
export const nowConfigs = (shop: string): { [name: string]: Config } => ({
  '1 segment, 1 text': configOf([viewed], [offer('e', 's0', [text])]),
  typical: configOf(
    [
      viewed,
      { kind: 'count', event: 'page_view', where: { path: { $startsWith: '/tents' } }, is: { $gte: 2 } },
      { kind: 'since', event: 'purchase', is: { $gt: '30d' } },
      { kind: 'trait', key: 'plan', is: 'gold' },
    ],
    [0, 1, 2, 3].map((i) =>
      offer(
        `e${i}`,
        `s${i}`,
        [
          text,
          { kind: 'image', target: { css: 'img' }, src: '/a.png' },
          { kind: 'link', target: { css: 'a' }, href: '/b' },
          { kind: 'hide', target: { css: '.x' } },
          { kind: 'insert', target, position: 'after', html: '<p>Free</p>' },
          { kind: 'style', target, properties: { color: 'red' } },
        ],
        { holdout: 0.1 },
      ),
    ),
  ),
  'the shop': JSON.parse(readFileSync(shop, 'utf8')),
});
