// What is never inferred from behaviour: it must have been stated.
import { expect, test } from 'vitest';
import { findSensitiveWord } from '../../../../shared/grammar/sensitive-word.ts';
import { checkConfig } from '../../../../shared/schema/check.ts';
import type { Condition } from '../../../../shared/schema/condition.ts';
import { broken } from './sample.ts';

const found = (value: unknown) => checkConfig(value).problems.map(({ path, severity }) => [path, severity]);

test.each<[what: string, path: (string | number)[], value: unknown, at: string]>([
  ['a topic of pages', ['topics', 0, 'topic'], 'Diabetes', 'topics[0].topic'],
  ['a named event', ['capture', 0, 'event'], 'pregnancy_test_seen', 'capture[0].event'],
  [
    'a topic that an event carries',
    ['capture', 0, 'props'],
    { topics: ['tents', 'sexuality'] },
    'capture[0].props',
  ],
  [
    'an interest',
    ['segments', 0, 'when'],
    { kind: 'interest', topic: 'religion', share: 1 },
    'segments[0].when.topic',
  ],
])('%s is refused', (_what, path, value, at) => expect(found(broken(path, value))).toEqual([[at, 'error']]));

const called = (name: string, when: Condition) => found(broken(['segments', 1], { id: 'mix', name, when }));
const behaviour: Condition = { kind: 'count', event: 'page_view', is: { $gte: 3 } };

test('a segment on behaviour that is named after such a matter is warned of', () => {
  expect(called('High income', behaviour)).toEqual([['segments[1].name', 'warning']]);
});
test('what was stated may be named, and ordinary names may be given', () => {
  expect(called('High income', { kind: 'trait', key: 'income', is: 'high' })).toEqual([]);
  expect(called('Package tours', behaviour)).toEqual([]);
});

test.each<[text: string, word: string | undefined]>([
  ['age', 'age'],
  ['ageGroup', 'age'],
  ['age-group', 'age'],
  ['trade union', 'trade-union'],
  ['HIV', 'hiv'],
  ['mental_health', 'health'],
  ['packages', undefined],
  ['villages', undefined],
  ['wealth', undefined],
  ['orientation', undefined],
  ['trail race', undefined],
])('%s', (text, word) => expect(findSensitiveWord(text)?.[1]).toBe(word));
