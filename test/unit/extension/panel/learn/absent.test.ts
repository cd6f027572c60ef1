// What nothing was read for is said once, and has no card: of orders alone no chance of a goal, of visits alone no buyers.

import { expect, test } from 'vitest';
import { createLearner } from '../../../../../extension/learner/learner.ts';
import type { LearnTold } from '../../../../../extension/learner/messages.ts';
import { findAbsent, withoutParts } from '../../../../../extension/panel/learn/absent.ts';

const ORDERS = 'Email,Order date,Total\na@shop.example,2026-01-02,10\nb@shop.example,2026-03-04,20\n';
const LOOKS = 'Session,Item,Date\na,tent,2026-01-02T10:00:00Z\na,mat,2026-01-02T10:01:00Z\n';
const VIEW = { visitor: 'a', name: 'page_view', at: Date.UTC(2026, 0, 2), props: { path: '/' } };
const BOUGHT = { ...VIEW, name: 'purchase', props: { value: 10, items: [{ item_id: 'tent' }] } };

async function learnFrom(name: string, text: string) {
  const told: LearnTold[] = [];
  const learn = createLearner((one) => told.push(one));
  const given = [{ file: new File([text], name), map: {} }];
  await learn({ kind: 'learn', given, config: undefined, goal: undefined, now: Date.UTC(2026, 10, 28) });
  const last = told.at(-1);
  if (last?.kind !== 'learned') throw new Error(JSON.stringify(last));
  return last.known;
}

test.each<[what: string, file: string, text: string, absent: string[], cards: string[]]>([
  ['orders', 'orders.csv', ORDERS, ['intent', 'items'], ['rfm', 'personas', 'value']],
  ['visits', 'visits.csv', LOOKS, ['rfm', 'personas', 'value', 'intent'], ['items']],
  [
    'events, without a goal',
    'events.jsonl',
    [VIEW, BOUGHT].map((event) => `${JSON.stringify(event)}\n`).join(''),
    [],
    ['rfm', 'personas', 'value', 'intent', 'items'],
  ],
])('of %s', async (_, file, text, gone, cards) => {
  const known = await learnFrom(file, text);
  const absent = findAbsent(known);
  expect(absent.flatMap(({ parts }) => parts)).toEqual(gone);
  expect(Object.keys(withoutParts(known, absent).parts).toSorted()).toEqual(cards.toSorted());
});
