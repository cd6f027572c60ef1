// How lines are read: the instant, the page's outcome, its path.
import { describe, expect, test } from 'vitest';
import { type Lines, type Outcome, readLines, type Value } from '../../../../../shared/engine/lines/line.ts';

const AT = 1_798_239_193_061;
const of = (place = 0, path = '/'): Outcome => ({ place, path });

test.each<[rule: string, lines: Lines, outcome: Outcome, at: number, value: Value]>([
  ['a value that stays', 1, of(), AT, 1],
  ['unknown is a value', 2, of(), AT, 2],
  ['a value holds before its until', [1, AT, 0], of(), AT - 1, 1],
  ['and no longer at it', [1, AT, 0], of(), AT, 0],
  ['the last value stays', [1, AT, 0, AT + 5, 2], of(), AT + 1e12, 2],
  ['one between', [1, AT, 0, AT + 5, 2], of(), AT + 4, 0],
  ['a line for each outcome', [0, [1, AT, 0]], of(0), AT - 1, 0],
  ['the other outcome', [0, [1, AT, 0]], of(1), AT - 1, 1],
  ['outcomes that are values alone are no line', [0, 1], of(1), AT, 1],
  ['nor are three of them', [0, 1, 0], of(2), AT, 0],
  ['one line for all outcomes', [1, AT, 0], of(3), AT, 0],
  ['an outcome without a line is unknown', [0, 1], of(2), AT, 2],
  ['a page of which nothing was written down is unknown', 1, { place: undefined, path: '/' }, AT, 2],
  ['a path that has its own', { '': 0, '/a': [1, AT, 0] }, of(0, '/a'), AT - 1, 1],
  ['all other paths', { '': 0, '/a': [1, AT, 0] }, of(0, '/b'), AT - 1, 0],
  ['a path and an outcome', { '': 0, '/a': [0, [1, AT, 0]] }, of(1, '/a'), AT - 1, 1],
  ['a path that is no key of ours', { '/a': 1 }, of(0, '/b'), AT, 2],
])('%s', (_rule, lines, outcome, at, value) => expect(readLines(lines, outcome, at)).toBe(value));

describe('what is stored may be anything', () => {
  test.each<[what: string, lines: Lines]>([
    ['no values', []],
    ['a value that is none', [7, AT, 9]],
    ['an instant without a value behind it', [1, AT]],
  ])('%s is unknown', (_what, lines) => expect(readLines(lines, of(), AT + 1)).toBe(2));
});
