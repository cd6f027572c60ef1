// A condition goes to another place of its rule, by drag or by step; nothing is lost on the way.

import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  findGoal,
  findPath,
  findStep,
  moveCondition,
} from '../../../../../extension/panel/rules/move-condition.ts';
import type { Condition } from '../../../../../shared/schema/condition.ts';

const leaf = (event: string): Condition => ({ kind: 'count', event, is: 1 });
const group = (...of: Condition[]): Condition => ({ kind: 'any', of });
/** a, (b, c), (), d */
const rule = (): Condition => ({
  kind: 'all',
  of: [leaf('a'), group(leaf('b'), leaf('c')), group(), leaf('d')],
});
const say = (node: Condition): string =>
  'of' in node && Array.isArray(node.of)
    ? `(${node.of.map(say).join(' ')})`
    : (node as { event: string }).event;

test.each([
  ['to the end', [0], [4], '((b c) () d a)', [3]],
  ['to the front', [3], [0], '(d a (b c) ())', [0]],
  ['where it is', [0], [0], '(a (b c) () d)', [0]],
  ['behind itself', [0], [1], '(a (b c) () d)', [0]],
  ['into a group behind it', [0], [1, 1], '((b a c) () d)', [0, 1]],
  ['into an empty group', [0], [2, 0], '((b c) (a) d)', [1, 0]],
  ['out of its group', [1, 0], [1], '(a b (c) () d)', [1]],
  ['from group to group', [1, 1], [2, 0], '(a (b) (c) d)', [2, 0]],
  ['a group into another', [1], [2, 0], '(a ((b c)) d)', [1, 0]],
  ['a group into itself', [1], [1, 0], '(a (b c) () d)', [1]],
] as const)('moved %s', (_what, from, to, expected, path) => {
  const root = rule();
  expect(moveCondition(root, [...from], [...to])).toEqual(path);
  expect(say(root)).toBe(expected);
});

test('a condition, and a place, that is shown is found where it stands by now', () => {
  const now = rule();
  expect(moveCondition(now, [0], [2])).toEqual([1]);
  // ((b c) a () d), and shown is (a (b c) () d)
  expect(findPath(now, rule(), [0])).toEqual([1]);
  expect(findPath(now, rule(), [1, 1])).toEqual([0, 1]);
  expect(findGoal(now, rule(), [1, 2])).toEqual([0, 2]);
  expect(findGoal(now, rule(), [3])).toEqual([3]);
  expect(findGoal(now, rule(), [4])).toEqual([4]);
  if ('of' in now && Array.isArray(now.of)) now.of.splice(0, 1);
  expect(findPath(now, rule(), [1, 1])).toBeUndefined();
  expect(findGoal(now, rule(), [1, 2])).toBeUndefined();
  expect(findGoal(now, rule(), [4])).toEqual([3]);
});

test('steps lead through the whole rule as through an outline, and back', () => {
  const root = rule();
  const seen = [say(root)];
  let path = [0];
  for (let to = findStep(root, path, 1); to; to = findStep(root, path, 1)) {
    path = moveCondition(root, path, to);
    seen.push(say(root));
  }
  expect(seen).toEqual([
    '(a (b c) () d)',
    '((a b c) () d)',
    '((b a c) () d)',
    '((b c a) () d)',
    '((b c) a () d)',
    '((b c) (a) d)',
    '((b c) () a d)',
    '((b c) () d a)',
  ]);
  const back = [say(root)];
  for (let to = findStep(root, path, -1); to; to = findStep(root, path, -1)) {
    path = moveCondition(root, path, to);
    back.push(say(root));
  }
  expect(back).toEqual(seen.toReversed());
});

test('no move loses or doubles a condition', () => {
  const place = fc.array(fc.nat(4), { minLength: 1, maxLength: 3 });
  fc.assert(
    fc.property(place, place, (from, to) => {
      const root = rule();
      moveCondition(root, from, to);
      expect([...say(root).replace(/[() ]/g, '')].toSorted().join('')).toBe('abcd');
    }),
  );
});
