// What somebody put into the basket, bought, or left behind.
import * as z from 'zod';
import { buyerClasses } from './classes.ts';
import { amount, needed, span, times } from './params.ts';
import { template } from './template.ts';

export const purchases = [
  template({
    id: 'basket-waiting',
    group: 'basket',
    needs: ['add_to_cart', 'purchase'],
    params: z.object({}),
    when: () => ({
      kind: 'sequence',
      steps: [{ event: 'add_to_cart' }],
      within: '1d',
      without: { event: 'purchase' },
      inLast: '12h',
    }),
  }),
  template({
    id: 'basket-abandoner',
    group: 'basket',
    needs: ['add_to_cart', 'purchase'],
    params: z.object({ after: span('1h'), window: span('14d') }),
    when: ({ after, window }) => ({
      kind: 'sequence',
      steps: [{ event: 'add_to_cart' }],
      within: window,
      without: { event: 'purchase' },
      inLast: window,
      after,
    }),
  }),
  template({
    id: 'checkout-abandoner',
    group: 'basket',
    needs: ['begin_checkout', 'purchase'],
    params: z.object({ after: span('30m'), window: span('14d') }),
    when: ({ after, window }) => ({
      kind: 'sequence',
      steps: [{ event: 'begin_checkout' }],
      within: window,
      without: { event: 'purchase' },
      inLast: window,
      after,
    }),
  }),
  template({
    id: 'returns-to-one-item',
    group: 'basket',
    needs: ['view_item', 'purchase'],
    params: z.object({ window: span('14d') }),
    when: ({ window }) => ({
      kind: 'sequence',
      steps: [{ event: 'view_item' }, { event: 'view_item' }, { event: 'view_item' }],
      within: window,
      same: 'items.item_id',
      without: { event: 'purchase' },
      inLast: window,
    }),
  }),
  template({
    id: 'first-time-buyer',
    group: 'purchase',
    needs: ['purchase'],
    params: z.object({}),
    when: () => ({ kind: 'count', event: 'purchase', is: 1 }),
  }),
  template({
    id: 'repeat-buyer',
    group: 'purchase',
    needs: ['purchase'],
    params: z.object({ orders: times(3), window: span('180d') }),
    when: ({ orders, window }) => ({
      kind: 'count',
      event: 'purchase',
      is: { $gte: orders },
      within: window,
    }),
  }),
  template({
    id: 'not-yet-buyer',
    group: 'purchase',
    needs: ['purchase'],
    params: z.object({ known: span('7d') }),
    when: ({ known }) => ({
      kind: 'all',
      of: [
        { kind: 'age', is: { $gte: known } },
        { kind: 'count', event: 'purchase', is: 0 },
      ],
    }),
  }),
  template({
    id: 'lapsed-buyer',
    group: 'purchase',
    needs: ['purchase'],
    params: z.object({ quiet: span('60d') }),
    when: ({ quiet }) => ({ kind: 'since', event: 'purchase', is: { $gt: quiet } }),
  }),
  template({
    id: 'at-risk-buyer',
    group: 'purchase',
    needs: ['purchase'],
    params: z.object({ orders: times(2), quiet: span('45d') }),
    when: ({ orders, quiet }) => ({
      kind: 'all',
      of: [
        { kind: 'count', event: 'purchase', is: { $gte: orders } },
        { kind: 'since', event: 'purchase', is: { $gt: quiet } },
      ],
    }),
  }),
  template({
    id: 'high-value',
    group: 'purchase',
    needs: ['purchase'],
    params: z.object({ total: amount(400), window: span('180d') }),
    when: ({ total, window }) => ({
      kind: 'sum',
      event: 'purchase',
      of: 'value',
      is: { $gte: total },
      within: window,
    }),
  }),
  template({
    id: 'large-orders',
    group: 'purchase',
    needs: ['purchase'],
    params: z.object({ average: amount(150) }),
    when: ({ average }) => ({ kind: 'average', event: 'purchase', of: 'value', is: { $gte: average } }),
  }),
  ...buyerClasses,
  template({
    id: 'bought-category',
    group: 'purchase',
    needs: ['purchase'],
    params: z.object({ category: needed() }),
    when: ({ category }) => ({
      kind: 'count',
      event: 'purchase',
      where: { 'items.item_category': category },
      is: { $gte: 1 },
    }),
  }),
  template({
    id: 'bought-this-not-that',
    group: 'purchase',
    needs: ['purchase'],
    params: z.object({ bought: needed(), missing: needed() }),
    when: ({ bought, missing }) => ({
      kind: 'all',
      of: [
        { kind: 'count', event: 'purchase', where: { 'items.item_category': bought }, is: { $gte: 1 } },
        { kind: 'count', event: 'purchase', where: { 'items.item_category': missing }, is: 0 },
      ],
    }),
  }),
  template({
    id: 'due-again',
    group: 'purchase',
    needs: ['purchase'],
    params: z.object({ category: needed(), cycle: span('30d') }),
    when: ({ category, cycle }) => ({
      kind: 'since',
      event: 'purchase',
      where: { 'items.item_category': category },
      is: { $gte: cycle },
    }),
  }),
  template({
    id: 'coupon-buyer',
    group: 'purchase',
    needs: ['purchase'],
    params: z.object({ orders: times(1) }),
    when: ({ orders }) => ({
      kind: 'count',
      event: 'purchase',
      where: { coupon: { $exists: true, $ne: '' } },
      is: { $gte: orders },
    }),
  }),
  template({
    id: 'price-sensitive',
    group: 'purchase',
    needs: ['select_promotion'],
    params: z.object({
      sign: z.string().min(1).default('select_promotion'),
      times: times(2),
      window: span('30d'),
    }),
    when: ({ sign, times, window }) => ({
      kind: 'any',
      of: [
        { kind: 'count', event: sign, is: { $gte: times }, within: window },
        {
          kind: 'count',
          event: 'search',
          where: { term: { $contains: 'sale' } },
          is: { $gte: 1 },
          within: window,
        },
      ],
    }),
  }),
];
