// How a value is compared: a test of the config as an operator and the figures beside it, and back to the same bytes.

import { describe, expect, test } from 'vitest';
import {
  type Comparison,
  changeOperator,
  faultOf,
  isFigure,
  type Kind,
  offer,
  readTest,
  writeBound,
  writeFigure,
  writeTest,
} from '../../../../../extension/panel/rules/compare.ts';
import { Condition } from '../../../../../shared/schema/condition.ts';

const read = (is: unknown, kind: Kind = 'number'): Comparison => {
  const found = readTest(is, kind);
  if (!found) throw new Error(`${JSON.stringify(is)} is shown as JSON`);
  return found;
};
/** Another operator for the same test. */
const turn = (is: unknown, operator: string, kind: Kind = 'number', before?: Comparison): unknown =>
  writeTest(changeOperator(read(is, kind), operator, { kind }, before), { kind });

describe('a range', () => {
  test.each<[Kind, object, Comparison]>([
    ['number', { $gte: 4, $lte: 6 }, { operator: '$gte $lte', texts: ['4', '6'] }],
    ['number', { $lte: 6, $gte: 4 }, { operator: '$gte $lte', texts: ['4', '6'] }],
    ['number', { $gte: 0, $lt: 0.5 }, { operator: '$gte $lt', texts: ['0', '0.5'] }],
    ['number', { $gt: -4, $lte: 6 }, { operator: '$gt $lte', texts: ['-4', '6'] }],
    ['number', { $gt: 4, $lt: 6 }, { operator: '$gt $lt', texts: ['4', '6'] }],
    ['chance', { $gte: 0.07, $lt: 0.29 }, { operator: '$gte $lt', texts: ['7', '29'] }],
    ['span', { $gte: '55d', $lt: '90d' }, { operator: '$gte $lt', texts: ['55d', '90d'] }],
    ['value', { $gte: 9, $lte: 17 }, { operator: '$gte $lte', texts: ['9', '17'] }],
    ['value', { $gte: '2026-01-01', $lt: 'z' }, { operator: '$gte $lt', texts: ['2026-01-01', 'z'] }],
  ])('of a %s, %j, is two figures', (kind, is, comparison) => expect(read(is, kind)).toEqual(comparison));

  test.each<[Kind, unknown]>([
    ['number', { $gt: 4, $gte: 5 }],
    ['number', { $gte: 4, $ne: 5 }],
    ['number', { $gte: 4, $lte: 6, $ne: 5 }],
    ['number', { $gte: 4, $lt: 8, $lte: 6 }],
    ['number', { $and: [{ $gte: 4 }, { $lte: 6 }] }],
    ['number', { $gte: 4, $lte: '6' }],
    ['span', { $gte: '55d', $lte: 90 }],
    ['value', { $gte: true, $lte: 6 }],
    ['value', { $gte: [4], $lte: [6] }],
  ])('is not what else stands in a %s, %j', (kind, is) => expect(readTest(is, kind)).toBeUndefined());

  test('is offered as from … to …, and as another where one stands', () => {
    const ranges = (...stand: string[]) =>
      offer('number', stand).flatMap(([name]) => (name.includes(' ') ? [name] : []));
    expect(ranges('$gte')).toEqual(['$gte $lte']);
    expect(ranges('$gte $lte')).toEqual(['$gte $lte']);
    expect(ranges('$gt $lt')).toEqual(['$gte $lte', '$gt $lt']);
    expect(ranges('$eq', '$gte $lt')).toEqual(['$gte $lte', '$gte $lt']);
  });

  test('keeps its operators, their order and the other figure where one is written', () => {
    const written = (is: object, at: 0 | 1, text: string, kind: Kind = 'number') =>
      JSON.stringify(writeBound(is, read(is, kind).operator, at, text, { kind }));
    expect(written({ $gte: 4, $lte: 6 }, 1, '8')).toBe('{"$gte":4,"$lte":8}');
    expect(written({ $lt: 6, $gt: 4 }, 0, '5')).toBe('{"$lt":6,"$gt":5}');
    expect(written({ $gte: 0.123456789012345, $lt: 0.5 }, 1, '29', 'chance')).toBe(
      '{"$gte":0.123456789012345,"$lt":0.29}',
    );
    expect(written({ $gte: '55d', $lt: '90d' }, 0, '8w', 'span')).toBe('{"$gte":"8w","$lt":"90d"}');
    expect(written({ $gte: '2026-01', $lt: '2027' }, 1, 'soon', 'value')).toBe(
      '{"$gte":"2026-01","$lt":"soon"}',
    );
  });
});

describe('another operator', () => {
  test('keeps the figure that it can', () => {
    expect(turn({ $gte: 4, $lte: 6 }, '$gt')).toEqual({ $gt: 4 });
    expect(turn({ $gte: 4, $lte: 6 }, '$lte')).toEqual({ $lte: 6 });
    expect(turn({ $gte: 4, $lte: 6 }, '$lt')).toEqual({ $lt: 6 });
    expect(turn({ $gte: 4, $lte: 6 }, '$eq')).toBe(4);
    expect(turn({ $gt: 4, $lt: 6 }, '$gte $lte')).toEqual({ $gte: 4, $lte: 6 });
    expect(turn({ $gte: '55d', $lt: '90d' }, '$gt', 'span')).toEqual({ $gt: '55d' });
  });
  test('makes a range that leaves room: up to twice as much, or from half', () => {
    expect(turn({ $gte: 3 }, '$gte $lte', 'whole')).toEqual({ $gte: 3, $lte: 6 });
    expect(turn({ $lte: 5 }, '$gte $lte', 'whole')).toEqual({ $gte: 2, $lte: 5 });
    expect(turn(0, '$gte $lte', 'whole')).toEqual({ $gte: 0, $lte: 1 });
    expect(turn({ $gte: 4 }, '$gte $lte')).toEqual({ $gte: 4, $lte: 8 });
    expect(turn({ $lt: 6 }, '$gte $lte')).toEqual({ $gte: 3, $lte: 6 });
    expect(turn(5, '$gte $lte')).toEqual({ $gte: 5, $lte: 10 });
    expect(turn({ $gt: '30d' }, '$gte $lte', 'span')).toEqual({ $gte: '30d', $lte: '60d' });
    expect(turn({ $lt: '90d' }, '$gte $lte', 'span')).toEqual({ $gte: '45d', $lte: '90d' });
    expect(turn({ $lt: 0.29 }, '$gte $lte', 'chance')).toEqual({ $gte: 0.14, $lte: 0.29 });
    expect(turn({ $gte: 0.7 }, '$gte $lte', 'chance')).toEqual({ $gte: 0.7, $lte: 1 });
    // what is no amount stands twice
    expect(turn({ $gte: '2026-01' }, '$gte $lte', 'value')).toEqual({ $gte: '2026-01', $lte: '2026-01' });
  });
  test('keeps both where it takes several', () => {
    expect(turn({ $gte: 9, $lte: 17 }, '$in', 'value')).toEqual({ $in: [9, 17] });
    expect(turn({ $in: [9, 12, 17] }, '$gte $lte', 'value')).toEqual({ $gte: 9, $lte: 17 });
    expect(turn({ $contains: '9' }, '$gte $lte', 'value')).toEqual({ $gte: 9, $lte: 9 });
  });
  test('that leads back to a range finds the other figure again', () => {
    const before = read({ $gte: 4, $lt: 8 });
    expect(turn({ $gte: 4 }, '$gte $lt', 'number', before)).toEqual({ $gte: 4, $lt: 8 });
    expect(turn({ $gte: 5 }, '$gte $lte', 'number', before)).toEqual({ $gte: 5, $lte: 8 });
    expect(turn({ $lte: 8 }, '$gte $lte', 'number', before)).toEqual({ $gte: 4, $lte: 8 });
    expect(turn(6, '$gte $lte', 'number', before)).toEqual({ $gte: 6, $lte: 8 });
    expect(turn({ $exists: true }, '$gte $lte', 'value', read({ $gte: 4, $lte: 6 }, 'value'))).toEqual({
      $gte: 4,
      $lte: 6,
    });
    // but not one that would turn it round
    expect(turn({ $gte: 9 }, '$gte $lte', 'number', before)).toEqual({ $gte: 9, $lte: 18 });
    expect(turn({ $lte: 3 }, '$gte $lte', 'number', before)).toEqual({ $gte: 1, $lte: 3 });
    const spans = read({ $gte: '9d', $lt: '3w' }, 'span');
    expect(turn({ $gt: '12d' }, '$gte $lte', 'span', spans)).toEqual({ $gte: '12d', $lte: '3w' });
  });
});

test('what is counted is whole and not below 0', () => {
  for (const typed of ['0', '3', ' 12 ', '3.0', '']) expect(isFigure(typed, 'whole')).toBe(true);
  for (const typed of ['-3', '2.5', '-0.5', 'three']) expect(isFigure(typed, 'whole')).toBe(false);
  // other figures may be anything
  for (const typed of ['-3', '2.5']) expect(isFigure(typed, 'number')).toBe(true);
});

test('a figure goes beside the operator that was chosen while it was typed', () => {
  const number = { kind: 'number' } as const;
  expect(writeFigure({ $gte: 4 }, '$gte', '10', number)).toEqual({ $gte: 10 });
  expect(writeFigure({ $lte: 4 }, '$gte', '10', number)).toEqual({ $lte: 10 });
  // but for a range, which it would be half of
  expect(writeFigure({ $gte: 4, $lte: 6 }, '$gt', '10', number)).toEqual({ $gt: 10 });
});

test('every test of one operator is written as it was read', () => {
  const all: [Kind, unknown][] = [
    ['number', { $gte: 4 }],
    ['number', 0],
    ['chance', { $lt: 0.07 }],
    ['span', { $gt: '36h' }],
    ['value', 'tents'],
    ['value', true],
    ['value', { $in: ['a', 'b'] }],
    ['value', { $contains: '2024' }],
    ['value', { $exists: false }],
    ['value', { $gte: 4, $lte: 6 }],
  ];
  for (const [kind, is] of all) expect(writeTest(read(is, kind), { kind })).toEqual(is);
  // what the site calls text stays text, and what was seen as a number is one
  expect(writeTest(read('2024', 'value'), { kind: 'value', isText: true })).toBe('2024');
  expect(writeTest(read('2024', 'value'), { kind: 'value', seen: ['2024'] })).toBe('2024');
  expect(writeTest(read('2024', 'value'), { kind: 'value' })).toBe(2024);
});

test('between two figures of which the first is the greater lies nothing', () => {
  const fault = (is: Record<string, unknown>, kind: Kind = 'number') =>
    faultOf(is, Object.keys(is).join(' '), kind);
  expect(fault({ $gte: 4, $lte: 6 })).toBeUndefined();
  expect(fault({ $gte: 4, $lte: 4 })).toBeUndefined();
  expect(fault({ $gte: 6, $lte: 4 })).toBe('turned');
  expect(fault({ $gte: 10, $lt: 9 })).toBe('turned');
  expect(fault({ $gte: 4, $lt: 4 })).toBe('empty');
  expect(fault({ $gt: 4, $lte: 4 })).toBe('empty');
  expect(fault({ $gt: 4, $lt: 4 })).toBe('empty');
  // lengths of time by how long they are, other text by its letters
  expect(fault({ $gte: '9d', $lte: '3w' }, 'span')).toBeUndefined();
  expect(fault({ $gte: '30d', $lte: '3w' }, 'span')).toBe('turned');
  expect(fault({ $gte: '7d', $lt: '1w' }, 'span')).toBe('empty');
  expect(fault({ $gte: '9d', $lte: '3w' }, 'value')).toBe('turned');
  // that this is no length of time is said by the config's check
  expect(fault({ $gte: 'soon', $lte: '3w' }, 'span')).toBeUndefined();
  // the engine compares only what is alike
  expect(fault({ $gte: 4, $lte: '6' }, 'value')).toBe('unlike');
});

test('what an author can choose may be published', () => {
  const kinds: [Kind, (is: unknown) => unknown, unknown][] = [
    ['number', (is) => ({ kind: 'count', event: 'purchase', is }), 4],
    ['chance', (is) => ({ kind: 'alive', is }), 0.4],
    ['span', (is) => ({ kind: 'age', is }), { $gt: '30d' }],
    ['value', (is) => ({ kind: 'trait', key: 'tier', is }), 4],
  ];
  for (const [kind, node, begun] of kinds)
    for (const [operator] of offer(kind, ['$gt $lt', '$gt $lte', '$gte $lt']))
      expect(Condition.safeParse(node(turn(begun, operator, kind))).error, operator).toBeUndefined();
});
