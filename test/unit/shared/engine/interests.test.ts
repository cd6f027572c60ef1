// Interest, empty texts, and the calendar day that was the visitor's own.

import { expect, test } from 'vitest';
import { compile } from '../../../../shared/engine/compile.ts';
import { decide } from '../../../../shared/engine/decide.ts';
import type { VisitorEvent } from '../../../../shared/engine/event.ts';
import { fold, record } from '../../../../shared/engine/fold.ts';
import { createProfile } from '../../../../shared/engine/profile.ts';
import type { Condition } from '../../../../shared/schema/condition.ts';
import type { Config } from '../../../../shared/schema/config.ts';
import type { Props } from '../../../../shared/schema/props.ts';
import { configOf, NOW } from './arbitraries.ts';

type Act = [name: string, props: object];
type Interests = NonNullable<Config['interests']>;

const judge = (when: Condition, acts: Act[], interests?: Interests) => {
  const program = compile(configOf([when], interests && { interests }));
  const profile = createProfile(program);
  for (const [name, props] of acts) record(program, profile, name, props as Props, NOW);
  return decide(when, { program, profile, facts: {}, now: NOW }).value;
};
const topic = (topic: string, is: object): Condition => ({ kind: 'interest', topic, ...is });
const view = (topics: string | string[]): Act => ['view_item', { topics }];

test.each<[fact: string, when: Condition, acts: Act[], is: boolean, interests?: Interests]>([
  ['no interest at all: share 0', topic('a', { share: 0 }), [], true],
  ['no interest at all: no rank', topic('a', { rank: { $exists: false } }), [], true],
  ['no interest at all: in no rank', topic('a', { rank: { $lte: 50 } }), [], false],
  ['no interest in this one: no rank', topic('a', { rank: { $exists: true } }), [view('b')], false],
  ['equal scores share a rank', topic('a', { rank: 1 }), [view('b'), view('a')], true],
  [
    'and the one after them counts both',
    topic('c', { rank: 3 }),
    [view('b'), view('a'), view('a'), view('b'), view('c')],
    true,
  ],
  [
    'weights replace the usual ones',
    topic('a', { share: 0 }),
    [view('a')],
    true,
    { weights: { purchase: 1 } },
  ],
  [
    'and say what counts',
    topic('a', { share: 0.75 }),
    [['x', { topic: 'a' }], ['y', { topic: 'b' }], view('b')],
    true,
    { weights: { x: 3, y: 1 } },
  ],
  [
    'a topic named twice in one event counts once',
    topic('a', { share: 0.5 }),
    [view(['a', 'a']), view('b')],
    true,
  ],
  [
    'the category of two items too',
    topic('a', { share: 0.5 }),
    [['view_item', { items: [{ item_category: 'a' }, { item_category: 'a' }] }], view('b')],
    true,
  ],
  [
    'empty text is no topic',
    topic('a', { share: 1 }),
    [view(['', ' ']), ['view_item', { topic: '', item_category: 'a' }]],
    true,
  ],
  [
    'empty text is no value to tell apart',
    { kind: 'distinct', event: 'e', of: 'id', is: 1 },
    [
      ['e', { id: '' }],
      ['e', { id: 'x' }],
    ],
    true,
  ],
  [
    'two without an id are not the same',
    { kind: 'sequence', steps: [{ event: 'e' }, { event: 'e' }], within: '1h', same: 'id' },
    [
      ['e', { id: '' }],
      ['e', { id: '' }],
    ],
    false,
  ],
  [
    'two orders without a number are two',
    { kind: 'count', event: 'purchase', is: 2 },
    [
      ['purchase', { transaction_id: '' }],
      ['purchase', { transaction_id: '' }],
    ],
    true,
  ],
])('%s', (_fact, when, acts, is, interests) => expect(judge(when, acts, interests)).toBe(is));

test('days are those of where the visitor was: stored with the event, by the device’s zone where they are not', () => {
  const when: Condition = { kind: 'days', is: { $gte: 2 } };
  const program = compile(configOf([when]));
  const days = (events: VisitorEvent[]) => {
    const profile = createProfile(program);
    for (const event of events) fold(program, profile, event);
    return new Set(Object.values(profile.nodes)[0]!.map((entry) => (entry as unknown[])[1])).size;
  };
  const at = (hours: number, day?: number): VisitorEvent => ({
    name: 'a',
    at: NOW + hours * 36e5,
    props: {},
    ...(day !== undefined && { day }),
  });
  // minutes apart, on both sides of a date line; and two days apart by the clock of a device that lost its zone
  expect([days([at(0, 20539), at(0.1, 20540)]), days([at(0, 20539), at(47, 20539)])]).toEqual([2, 1]);
  expect([days([at(0), at(0.1)]), days([at(0), at(24)])]).toEqual([1, 2]);
  const [event] = record(program, createProfile(program), 'a', {}, NOW);
  const local = new Date(NOW);
  expect(event!.day! * 864e5).toBe(Date.UTC(local.getFullYear(), local.getMonth(), local.getDate()));
});
