// What somebody answered to a question of the site, and what they do now: the answer alone is a segment of its own that the
// form of a question offers (segments-of.ts).
import * as z from 'zod';
import type { Condition } from '../schema/condition.ts';
import { needed, neededTexts, span, times } from './params.ts';
import { template } from './template.ts';

const group = 'answered';
const answer = { trait: needed(), values: neededTexts() };

const all =
  (of: Condition[]) =>
  ({ trait, values }: { trait: string; values: string[] }): Condition => ({
    kind: 'all',
    of: [{ kind: 'trait', key: trait, is: { $in: values } }, ...of],
  });

export const answered = [
  template({
    id: 'answered-looking',
    group,
    needs: ['questions', 'view_item'],
    params: z.object({ ...answer, views: times(3) }),
    when: ({ views, ...given }) =>
      all([{ kind: 'count', event: 'view_item', is: { $gte: views }, during: 'visit' }])(given),
  }),
  template({
    id: 'answered-deciding',
    group,
    needs: ['questions', 'add_to_cart', 'purchase'],
    params: z.object(answer),
    when: all([
      { kind: 'count', event: 'add_to_cart', is: { $gte: 1 }, during: 'visit' },
      { kind: 'count', event: 'purchase', is: 0, during: 'visit' },
    ]),
  }),
  template({
    id: 'answered-bought',
    group,
    needs: ['questions', 'purchase'],
    params: z.object({ ...answer, window: span('180d') }),
    when: ({ window, ...given }) =>
      all([{ kind: 'count', event: 'purchase', is: { $gte: 1 }, within: window }])(given),
  }),
  template({
    id: 'answered-not-bought',
    group,
    needs: ['questions', 'purchase'],
    params: z.object(answer),
    when: all([{ kind: 'count', event: 'purchase', is: 0 }]),
  }),
];
