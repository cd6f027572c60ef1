// What `selvedge learn` found of all buyers and visits, asked of one: like which group they buy, what is expected of them,
// how likely a goal is in the visit that is going on. Of who ordered on one day only `expected` is asked, never `alive`: the
// formula's chance is 1 of all of them.
import * as z from 'zod';
import type { Condition, ConditionOf } from '../schema/condition.ts';
import { amount, needed, span, times } from './params.ts';
import { template } from './template.ts';

const orderDays = (usual: number) => z.number().positive().default(usual).describe('so many order days');
const chance = (usual: number) => z.number().gt(0).lt(1).default(usual).describe('a share, 0 to 1');
const ahead = span('90d');

const inVisit = (event: string, is: ConditionOf<'count'>['is']): Condition => ({
  kind: 'count',
  event,
  is,
  during: 'visit',
});
/** Something is in the basket, and nothing is ordered yet. */
const deciding = [inVisit('add_to_cart', { $gte: 1 }), inVisit('purchase', 0)];
const all = (...of: Condition[]): Condition => ({ kind: 'all', of });

const group = 'learned';
const like = { persona: needed() };
const of = { model: needed() };

export const learned = [
  template({
    id: 'persona-of',
    group,
    needs: ['purchase', 'personas'],
    params: z.object(like),
    when: ({ persona }) => ({ kind: 'persona', id: persona }),
  }),
  template({
    id: 'persona-back',
    group,
    needs: ['purchase', 'personas'],
    params: z.object({ ...like, away: span('30d') }),
    when: ({ persona, away }) => all({ kind: 'persona', id: persona }, { kind: 'away', is: { $gte: away } }),
  }),
  template({
    id: 'persona-looking',
    group,
    needs: ['purchase', 'view_item', 'add_to_cart', 'personas'],
    params: z.object({ ...like, views: times(3) }),
    when: ({ persona, views }) =>
      all({ kind: 'persona', id: persona }, inVisit('view_item', { $gte: views }), inVisit('add_to_cart', 0)),
  }),
  template({
    id: 'persona-deciding',
    group,
    needs: ['purchase', 'add_to_cart', 'personas'],
    params: z.object(like),
    when: ({ persona }) => all({ kind: 'persona', id: persona }, ...deciding),
  }),
  template({
    id: 'expected-much',
    group,
    needs: ['purchase', 'value'],
    params: z.object({ orders: orderDays(1), ahead }),
    when: ({ orders, ahead }) => ({ kind: 'expected', within: ahead, is: { $gte: orders } }),
  }),
  template({
    id: 'expected-little',
    group,
    needs: ['purchase', 'value'],
    params: z.object({ orders: orderDays(0.2), ahead }),
    when: ({ orders, ahead }) => ({ kind: 'expected', within: ahead, is: { $lt: orders } }),
  }),
  template({
    id: 'expected-money',
    group,
    needs: ['purchase', 'value', 'spend'],
    params: z.object({ total: amount(100), ahead }),
    when: ({ total, ahead }) => ({ kind: 'expected', of: 'value', within: ahead, is: { $gte: total } }),
  }),
  template({
    id: 'expected-second',
    group,
    needs: ['purchase', 'value'],
    params: z.object({ orders: orderDays(0.3), ahead }),
    when: ({ orders, ahead }) =>
      all(
        { kind: 'count', event: 'purchase', is: 1 },
        { kind: 'expected', within: ahead, is: { $gte: orders } },
      ),
  }),
  template({
    id: 'expected-much-back',
    group,
    needs: ['purchase', 'value'],
    params: z.object({ orders: orderDays(1), ahead, away: span('30d') }),
    when: ({ orders, ahead, away }) =>
      all({ kind: 'expected', within: ahead, is: { $gte: orders } }, { kind: 'away', is: { $gte: away } }),
  }),
  template({
    id: 'expected-much-deciding',
    group,
    needs: ['purchase', 'add_to_cart', 'value'],
    params: z.object({ orders: orderDays(1), ahead }),
    when: ({ orders, ahead }) => all({ kind: 'expected', within: ahead, is: { $gte: orders } }, ...deciding),
  }),
  template({
    id: 'expected-little-looking',
    group,
    needs: ['purchase', 'value'],
    params: z.object({ orders: orderDays(0.2), ahead, pages: times(3) }),
    when: ({ orders, ahead, pages }) =>
      all({ kind: 'expected', within: ahead, is: { $lt: orders } }, inVisit('page_view', { $gte: pages })),
  }),
  template({
    id: 'alive-hardly',
    group,
    needs: ['purchase', 'value'],
    params: z.object({ chance: chance(0.5) }),
    when: ({ chance }) => ({ kind: 'alive', is: { $lt: chance } }),
  }),
  template({
    id: 'alive-hardly-back',
    group,
    needs: ['purchase', 'value'],
    params: z.object({ chance: chance(0.5), pages: times(3) }),
    when: ({ chance, pages }) =>
      all({ kind: 'alive', is: { $lt: chance } }, inVisit('page_view', { $gte: pages })),
  }),
  template({
    id: 'alive-pausing',
    group,
    needs: ['purchase', 'value'],
    params: z.object({ chance: chance(0.6), quiet: span('45d') }),
    when: ({ chance, quiet }) =>
      all({ kind: 'alive', is: { $gte: chance } }, { kind: 'since', event: 'purchase', is: { $gt: quiet } }),
  }),
  template({
    id: 'goal-near',
    group,
    needs: ['models'],
    params: z.object({ ...of, chance: chance(0.2) }),
    when: ({ model, chance }) => ({ kind: 'model', id: model, is: { $gte: chance } }),
  }),
  template({
    id: 'goal-open',
    group,
    needs: ['models'],
    params: z.object({ ...of, chance: chance(0.1), below: chance(0.3) }),
    when: ({ model, chance, below }) => ({ kind: 'model', id: model, is: { $gte: chance, $lt: below } }),
  }),
  template({
    id: 'goal-near-looking',
    group,
    needs: ['models'],
    params: z.object({ ...of, chance: chance(0.2), pages: times(8) }),
    when: ({ model, chance, pages }) =>
      all({ kind: 'model', id: model, is: { $gte: chance } }, inVisit('page_view', { $gte: pages })),
  }),
  template({
    id: 'goal-far-looking',
    group,
    needs: ['models'],
    params: z.object({ ...of, chance: chance(0.05), pages: times(3) }),
    when: ({ model, chance, pages }) =>
      all({ kind: 'model', id: model, is: { $lt: chance } }, inVisit('page_view', { $gte: pages })),
  }),
];
