// What is pressed on an item that is shown is about that item, whatever was stored since.

import { describe, expect, test } from 'vitest';
import { findItem } from '../../../../../extension/panel/draft/find-item.ts';
import { putItem } from '../../../../../extension/panel/draft/put-item.ts';

test.each<[string, string, string, number, number | undefined]>([
  ['nothing happened', 'ABC', 'ABC', 1, 1],
  ['it is gone', 'ABC', 'AC', 1, undefined],
  ['the last is gone', 'AB', 'A', 1, undefined],
  ['one before it is gone', 'ABC', 'BC', 1, 0],
  ['it was moved', 'ABC', 'BCA', 0, 2],
  ['another was added', 'AB', 'ABX', 1, 1],
  ['one like it was added', 'AB', 'ABB', 1, 1],
  ['it was edited', 'ABC', 'AXC', 1, 1],
  ['another was edited', 'ABC', 'AXC', 2, 2],
  ['it was edited, and one before it is gone', 'ABC', 'XC', 1, undefined],
  ['it was edited, and another was moved', 'ABC', 'CAX', 1, 2],
  ['all were edited', 'AB', 'XY', 1, 1],
  ['one of two that are alike is gone', 'AAB', 'AB', 0, undefined],
  ['two are alike, and one before them is gone', 'BAA', 'AA', 2, 1],
  ['one of two that are alike was edited', 'AA', 'AX', 1, 1],
  ['two are alike', 'AAB', 'AAB', 1, 1],
])('%s', (_, shown, stored, at, place) => {
  expect(findItem([...stored], [...shown], at)).toBe(place);
});

describe('dragging', () => {
  const put = (shown: string, stored: string, from: number, to: number) => {
    const list = [...stored];
    putItem(list, [...shown], [from, to]);
    return list.join('');
  };
  test.each<[string, string, string, number, number, string]>([
    ['up', 'ABC', 'ABC', 2, 0, 'CAB'],
    ['down', 'ABC', 'ABC', 0, 2, 'BAC'],
    ['to the end', 'ABC', 'ABC', 0, 3, 'BCA'],
    ['twice, before the first is shown', 'ABC', 'BCA', 1, 0, 'CBA'],
    ['it is gone', 'ABC', 'AC', 1, 0, 'AC'],
    ['what it is to stand before is gone', 'ABC', 'BC', 2, 0, 'BC'],
  ])('%s', (_, shown, stored, from, to, result) => expect(put(shown, stored, from, to)).toBe(result));

  test('what has names is known by them', () => {
    const list = [
      { id: 'b', says: 'new' },
      { id: 'a', says: 'new' },
    ];
    putItem(
      list,
      [
        { id: 'a', says: '' },
        { id: 'b', says: '' },
      ],
      [0, 2],
      (a, b) => a.id === b.id,
    );
    expect(list.map(({ id }) => id)).toEqual(['b', 'a']);
    putItem(
      list,
      [
        { id: 'a', says: '' },
        { id: 'b', says: '' },
      ],
      [0, 1],
      (a, b) => a.id === b.id,
    );
    expect(list.map(({ id }) => id)).toEqual(['a', 'b']);
  });
});
