// Lets things be things, and keeps persons out: the two tables, each against its limit.

import { describe, expect, test } from 'vitest';
import { toProps } from '../../../../shared/page/props.ts';
import { isPersonal, scrub, scrubPath } from '../../../../shared/page/scrub.ts';
import * as persons from './persons.ts';
import * as things from './things.ts';

const nobody = () => {};
/** Of a hundred harmless ones so many may be lost. */
const MOST_LOST = 0.02;

describe('things', () => {
  const all: [kind: string, value: unknown, isKept: boolean][] = [
    ...things.PATHS.map((path): [string, unknown, boolean] => [
      'path',
      path,
      scrubPath(path, false) === path,
    ]),
    ...things.CAMPAIGNS.map((text): [string, unknown, boolean] => ['campaign', text, scrub(text) === text]),
    ...things.SEARCHES.map((text): [string, unknown, boolean] => ['search', text, scrub(text) === text]),
    ...things.PROPS.map(([name, value]): [string, unknown, boolean] => [
      name,
      value,
      JSON.stringify(toProps({ [name]: value }, nobody)) === JSON.stringify({ [name]: value }),
    ]),
  ];
  test('there are at least 180', () =>
    expect(new Set(all.map((each) => `${each}`)).size).toBeGreaterThanOrEqual(180));
  test('at most 2 % are lost', () => {
    const lost = all
      .filter(([, , isKept]) => !isKept)
      .map(([kind, value]) => `${kind}: ${JSON.stringify(value)}`);
    expect(lost.length <= all.length * MOST_LOST ? [] : lost).toEqual([]);
  });
});

describe('persons', () => {
  const count = persons.TEXTS.length + persons.PATHS.length + persons.NAMES.length;
  test('there are at least 100', () => expect(count).toBeGreaterThanOrEqual(100));
  test('none stays in a text', () => expect(persons.TEXTS.filter((text) => !isPersonal(text))).toEqual([]));
  test('none stays in a sentence', () =>
    expect(persons.TEXTS.map((text) => `ask ${text}, please`).filter((text) => !isPersonal(text))).toEqual(
      [],
    ));
  test('none stays in a path', () =>
    expect(persons.PATHS.map(([given]) => [given, scrubPath(given, false)])).toEqual(persons.PATHS));
  test('none stays in a field of that name, whatever it holds', () =>
    expect(
      persons.NAMES.filter((name) => {
        const [last = '', first] = name.split('.').reverse();
        const field = { [last]: 'plain' };
        return JSON.stringify(toProps(first ? { [first]: field } : field, nobody)).includes('plain');
      }),
    ).toEqual([]));
  test('none stays as a value of an unknown field', () =>
    expect(persons.TEXTS.filter((text) => 'note' in toProps({ note: text }, nobody))).toEqual([]));
});

test.each([
  ['/p/2025550143/123456789', '/p/2025550143/123456789'],
  ['/550e8400-e29b-41d4-a716-446655440000', '/550e8400-e29b-41d4-a716-446655440000'],
  ['/users/17/invite/AbCdEf', '/users/17/invite/AbCdEf'],
  ['/call/0612345678', '/call/0612345678'],
  ['/x/grace@hopper.example', '/x/[removed]'],
  ['/x/4111-1111-1111-1111', '/x/[removed]'],
  ['/x/eyJhbGciOiJIUzI1NiJ9', '/x/[removed]'],
  ['/x/4eC39HqLyjWDarjtT1zdp7dcAb', '/x/[removed]'],
])('of a page that holds things only, %s is kept as %s', (path, kept) =>
  expect(scrubPath(path, true)).toBe(kept),
);
