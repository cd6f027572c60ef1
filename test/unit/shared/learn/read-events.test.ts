// A line of an export of events: what is no event is counted as such, and ends nothing.

import { expect, test } from 'vitest';
import { createOrders } from '../../../../shared/learn/orders.ts';
import { createEventReader } from '../../../../shared/learn/read-events.ts';
import { bySource } from '../../../../shared/learn/sources.ts';
import type { Outcome } from '../../../../shared/learn/tally-rows.ts';

const parse = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

function read(...lines: string[]): Outcome[] {
  const outcomes: Outcome[] = [];
  const { splitter } = createEventReader(
    'events.jsonl',
    bySource(createOrders),
    { count: (outcome) => void outcomes.push(outcome) },
    { event: 'purchase', value: 'value', map: {}, toWall: undefined, latest: Date.UTC(2026, 10, 30), parse },
  );
  splitter.push(lines.map((line) => `${line}\n`).join(''));
  splitter.end();
  return outcomes;
}
const orderOf = (props: string, at = Date.UTC(2026, 10, 1)) =>
  `{"visitor":"a","name":"purchase","at":${at},"props":${props}}`;
const nested = (deep: number) => `${'['.repeat(deep)}${']'.repeat(deep)}`;

test('what lies deeper than a program could follow is no event, and what lies beside it is read', () => {
  const deep = orderOf(`{"value":9,"gift":${nested(2000)}}`);
  expect(JSON.parse(deep)).toBeDefined();
  expect(read(orderOf('{"value":9}'), deep, orderOf(`{"value":9,"gift":${nested(500)}}`))).toEqual([
    'added',
    'no JSON',
    'added',
  ]);
});

test.each<[line: string, outcome: Outcome]>([
  ['{"visitor":"a"', 'no JSON'],
  ['[1]', 'no JSON'],
  ['null', 'no JSON'],
  [orderOf('{"value":9}', Date.UTC(2026, 11, 5)), 'a date to come'],
  [orderOf('{"value":9}', -1), 'no readable date'],
  [orderOf('{"value":1e16}'), 'no readable total'],
  // as on the device: an order that says no sum is one
  [orderOf('{}'), 'added'],
  [orderOf('"constructor"'), 'added'],
  [orderOf('null'), 'added'],
])('%s: %s', (line, outcome) => expect(read(line)).toEqual([outcome]));
