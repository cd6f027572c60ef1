// What each kind of condition says of itself: in, out and unknown, with the numbers and what would change it.

import { expect, test } from 'vitest';
import { compile } from '../../../../shared/engine/compile.ts';
import { explain } from '../../../../shared/engine/explain.ts';
import { record } from '../../../../shared/engine/fold.ts';
import { createProfile } from '../../../../shared/engine/profile.ts';
import type { View } from '../../../../shared/engine/view.ts';
import { english } from '../../../../shared/engine/words.ts';
import type { Condition } from '../../../../shared/schema/condition.ts';
import type { Props } from '../../../../shared/schema/props.ts';
import { readKinds } from '../schema/read-schema.ts';
import { configOf, NOW } from './arbitraries.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
type Act = [name: string, ago: number, props?: Props];
const acts: Act[] = [
  ['view_item', 3 * DAY, { item_category: 'boots', price: 10 }],
  ['view_item', 2 * DAY, { item_category: 'tents', price: 30 }],
  ['add_to_cart', 2 * HOUR, { item_id: 'a' }],
  ['purchase', HOUR, { item_id: 'a', value: 50 }],
];
const at = (ago: number) =>
  new Date(NOW - ago).toLocaleString('en-GB', { dateStyle: 'full', timeStyle: 'short' });

function viewOf(rule: Condition, history = acts): View {
  const program = compile(configOf([rule]));
  const profile = createProfile(program);
  profile.traits.plan = 'gold';
  for (const [name, ago, props] of history) record(program, profile, name, props ?? {}, NOW - ago);
  return { program, profile, facts: { device: 'phone', hour: 10 }, now: NOW };
}
const textOf = (rule: Condition, extra: Partial<View> = {}, history = acts) =>
  explain('s0', { ...viewOf(rule, history), ...extra }).of![0]!.text;

const count = { kind: 'count', event: 'view_item' } as const;
const UNKNOWN = ' Unknown: waiting for consent.';
const steps = [{ event: 'add_to_cart' }, { event: 'purchase', where: { value: { $gte: 50 } } }];

test.each<[kind: string, rule: Condition, yes: string, other: object, no: string, unknown: string]>([
  [
    'count',
    { ...count, is: { $gte: 2 } },
    'Viewed an item 2 times; needs at least 2.',
    { where: { item_category: 'tents' }, is: { $gte: 2 }, within: '7d' },
    `Viewed an item where item_category is tents once in the last 7 days; needs at least 2. One more before ${at(-5 * DAY)} would do.`,
    'Viewed an item where item_category is tents ? times in the last 7 days; needs at least 2.',
  ],
  [
    'sum',
    { kind: 'sum', event: 'purchase', of: 'value', is: { $gt: 40 } },
    'sum value of “Purchased”: 50; needs more than 40.',
    { is: { $gt: 50 }, between: ['30d', '7d'] },
    'sum value of “Purchased” 30 days to 7 days ago: 0; needs more than 50.',
    'sum value of “Purchased” 30 days to 7 days ago: ?; needs more than 50.',
  ],
  [
    'average',
    { ...count, kind: 'average', of: 'price', is: 20 },
    'average price of “Viewed an item”: 20; needs 20.',
    { event: 'my_event' },
    'average price of “my event”: nothing; needs 20.',
    'average price of “my event”: ?; needs 20.',
  ],
  [
    'min',
    { ...count, kind: 'min', of: 'price', is: { $lt: 11 } },
    'min price of “Viewed an item”: 10; needs less than 11.',
    { is: { $lte: 9 } },
    'min price of “Viewed an item”: 10; needs at most 9.',
    'min price of “Viewed an item”: ?; needs at most 9.',
  ],
  [
    'max',
    { ...count, kind: 'max', of: 'price', is: { $ne: 10 } },
    'max price of “Viewed an item”: 30; needs not 10.',
    { is: { $in: [10, 20] } },
    'max price of “Viewed an item”: 30; needs one of 10, 20.',
    'max price of “Viewed an item”: ?; needs one of 10, 20.',
  ],
  [
    'distinct',
    { ...count, kind: 'distinct', of: 'item_category', is: { $lt: 3 } },
    'distinct item_category of “Viewed an item”: 2; needs less than 3. One more would end it.',
    { is: { $gte: 4 } },
    'distinct item_category of “Viewed an item”: 2; needs at least 4.',
    'distinct item_category of “Viewed an item”: ?; needs at least 4.',
  ],
  [
    'days',
    { kind: 'days', is: { $gte: 3 } },
    'Was here on 3 days; needs at least 3.',
    { event: 'purchase', is: 3 },
    'Purchased on 1 day; needs 3.',
    'Purchased on ? days; needs 3.',
  ],
  [
    'first',
    { ...count, kind: 'first', of: 'item_category', is: 'boots' },
    'first item_category of “Viewed an item”: boots; needs boots.',
    { is: 'search' },
    'first item_category of “Viewed an item”: boots; needs search.',
    'first item_category of “Viewed an item”: ?; needs search.',
  ],
  [
    'last',
    { ...count, kind: 'last', of: 'item_category', is: { $exists: true } },
    'last item_category of “Viewed an item”: tents; needs exists yes.',
    { is: { $contains: 'x' } },
    'last item_category of “Viewed an item”: tents; needs something that holds x.',
    'last item_category of “Viewed an item”: ?; needs something that holds x.',
  ],
  [
    'since',
    { kind: 'since', event: 'purchase', is: { $lte: '2h' } },
    `Time since “Purchased”: 60 minutes; needs at most 2 hours. So until ${at(-HOUR - 1)} unless something happens.`,
    { event: 'login', is: { $gt: '30d' } },
    'Time since “Logged in”: nothing; needs more than 30 days.',
    'Time since “Logged in”: ?; needs more than 30 days.',
  ],
  [
    'age',
    { kind: 'age', is: { $gte: '3d' } },
    'Time since the first visit: 3 days; needs at least 3 days.',
    { is: { $gte: '4d' } },
    `Time since the first visit: 3 days; needs at least 4 days. So until ${at(-DAY)} unless something happens.`,
    'Time since the first visit: ?; needs at least 4 days.',
  ],
  [
    'away',
    { kind: 'away', is: { $gte: '30m' } },
    'Time away before this visit: 60 minutes; needs at least 30 minutes.',
    { is: { $gt: '90m' } },
    'Time away before this visit: 60 minutes; needs more than 90 minutes.',
    'Time away before this visit: ?; needs more than 90 minutes.',
  ],
  [
    'sequence',
    { kind: 'sequence', steps, within: '1d' },
    'Added to cart, then Purchased where value is at least 50 within 24 hours: yes.',
    { same: 'item_id', without: { event: 'purchase' }, inLast: '7d', after: '1h' },
    'Added to cart, then Purchased where value is at least 50 within 24 hours with the same item_id, then not Purchased, in the last 7 days, 60 minutes ago or longer: no.',
    'Added to cart, then Purchased where value is at least 50 within 24 hours with the same item_id, then not Purchased, in the last 7 days, 60 minutes ago or longer: ?.',
  ],
  [
    'interest',
    { kind: 'interest', topic: 'tents', rank: 1 },
    'Interest in tents: share is 0.67 and rank is 1; needs rank is 1.',
    { share: { $gte: 0.9 } },
    'Interest in tents: share is 0.67 and rank is 1; needs rank is 1 and share is at least 0.9.',
    'Interest in tents: ?; needs rank is 1 and share is at least 0.9.',
  ],
  [
    'score',
    { kind: 'score', weights: { my_event: 1, login: 2 }, halfLife: '1d', is: 0 },
    'score of “my event, Logged in”: 0; needs 0.',
    { is: { $gte: 3 } },
    'score of “my event, Logged in”: 0; needs at least 3.',
    'score of “my event, Logged in”: ?; needs at least 3.',
  ],
  [
    'rfm',
    { kind: 'rfm', frequency: 2 },
    'Purchases: recency is 5 and frequency is 2 and monetary is 5; needs frequency is 2.',
    { monetary: { $lt: 3 } },
    'Purchases: recency is 5 and frequency is 2 and monetary is 5; needs frequency is 2 and monetary is less than 3.',
    'Purchases: ?; needs frequency is 2 and monetary is less than 3.',
  ],
])('%s says what was found and what is needed', (_kind, rule, yes, other, no, unknown) => {
  // when an answer ends by itself has its own test
  const now = (text: string) => (/ago or|Purchases: r/.test(text) ? text.replace(/ So until .*/, '') : text);
  expect(now(textOf(rule))).toBe(yes);
  expect(now(textOf({ ...rule, ...other }))).toBe(no);
  expect(textOf({ ...rule, ...other }, { doubt: 'waiting' })).toBe(unknown + UNKNOWN);
});

test.each<[kind: string, rule: Condition, text: string]>([
  ['trait, in', { kind: 'trait', key: 'plan', is: 'gold' }, 'Stated plan: gold; needs gold.'],
  ['trait, out', { kind: 'trait', key: 'size', is: { $not: 4 } }, 'Stated size: nothing; needs not 4.'],
  ['context, in', { kind: 'context', key: 'device', is: 'phone' }, 'device: phone; needs phone.'],
  ['context, out', { kind: 'context', key: 'saveData', is: true }, 'saveData: nothing; needs yes.'],
  ['all', { kind: 'all', of: [] }, 'All of these:'],
  ['any', { kind: 'any', of: [] }, 'Any of these:'],
  ['none', { kind: 'none', of: [] }, 'None of these:'],
])('%s needs no history', (_kind, rule, text) => {
  expect(textOf(rule)).toBe(text);
});

test.each<[fact: string, extra: (view: View) => Partial<View>, text: string]>([
  ['consent is awaited', () => ({ doubt: 'waiting' }), 'Unknown: waiting for consent.'],
  ['nothing can be stored', () => ({ doubt: 'memory' }), 'Unknown: this browser cannot keep a history.'],
  [
    'the rule is new',
    (view) => ({ profile: { ...view.profile, nodes: {} } }),
    'Unknown: this rule is new; your history is being read.',
  ],
  ['the clock is behind', () => ({ now: NOW - 3 * HOUR }), 'Unknown: the clock is behind the history.'],
  [
    'events were pruned',
    (view) => ({ profile: { ...view.profile, prunedAt: NOW - DAY } }),
    'Unknown: part of that time is forgotten.',
  ],
])('unknown says why, in the segment and in the rule: %s', (_fact, extra, text) => {
  const view = viewOf({ ...count, is: { $gte: 9 }, within: '7d' });
  const reason = explain('s0', { ...view, ...extra(view) });
  expect(reason.text).toContain(text);
  expect(reason.of![0]!.text).toMatch(
    /^Viewed an item [?2] times in the last 7 days; needs at least 9\. Unk/,
  );
  expect(reason.of![0]!.text).toContain(text);
});

test('a segment says until when it holds, and since when this device remembers', () => {
  const since = ` Remembered since ${at(3 * DAY)}.`;
  const rule = { ...count, is: { $gte: 2 }, within: '7d' };
  const view = viewOf(rule);
  const until = ` So until ${at(-4 * DAY)} unless something happens.`;
  expect(explain('s0', view)).toMatchObject({ until: NOW + 4 * DAY, text: `In “s0”.${until}${since}` });
  expect(explain('s0', viewOf({ ...rule, is: 9 }))).toMatchObject({
    until: null,
    text: `Not in “s0”.${since}`,
  });
  expect(explain('s0', viewOf({ ...count, is: 0 }, [])).text).toBe('In “s0”.');
});

test('a window of which the engine keeps only what the rule asks for says "or more" with a +', () => {
  const many = Array.from({ length: 9 }, (_, i): Act => ['view_item', i]);
  expect(textOf({ ...count, is: { $gte: 3 }, within: '7d' }, {}, many.reverse())).toContain('4+ times');
});

test('a kind has words, or is one of those whose name says enough', () => {
  const kinds = [...readKinds('Condition').keys()];
  const named = ['segment', 'sum', 'average', 'min', 'max', 'distinct', 'first', 'last', 'score'];
  expect(kinds.filter((kind) => !(kind in english.kinds))).toEqual(named);
});

test('all that is said can be said in other words', () => {
  const words = { ...english, answers: { ...english.answers, true: '„$k“: ja.' }, since: '' };
  expect(explain('s0', viewOf({ ...count, is: 2 }), words).text).toBe('„s0“: ja.');
});

test('explain names the known segments when it does not know one', () => {
  expect(() => explain('nobody', viewOf({ ...count, is: 3 }))).toThrow(/s0/);
});

test.each([
  ['$startsWith', '/tents/', 'something that begins with /tents/'],
  ['$endsWith', '.pdf', 'something that ends with .pdf'],
  ['$contains', 'sale', 'something that holds sale'],
])('%s is said in words', (operator, value, words) => {
  const rule: Condition = {
    kind: 'count',
    event: 'page_view',
    where: { path: { [operator]: value } },
    is: 1,
  };
  expect(textOf(rule)).toContain(`Viewed a page where path is ${words}: never;`);
});

test('what is asked never to have happened is said as that, and a range as one says it', () => {
  const signUp = { kind: 'count', event: 'sign_up' } as const;
  expect(textOf({ ...signUp, is: 0 })).toBe('Signed up: never; needs never. One more would end it.');
  expect(textOf({ ...signUp, is: { $gte: 1 }, within: '7d' })).toBe(
    'Signed up: never in the last 7 days; needs at least 1. One more would do.',
  );
  expect(textOf({ ...count, is: 0 })).toBe('Viewed an item 2 times; needs never.');
  expect(textOf({ ...count, is: { $gte: 4, $lte: 6 } })).toBe('Viewed an item 2 times; needs 4 to 6.');
  expect(textOf({ kind: 'age', is: { $gte: '55d', $lte: '90d' } })).toContain('; needs 55 days to 90 days.');
  expect(textOf({ ...count, where: { price: { $gte: 10, $lte: 20 } }, is: 1 })).toContain(
    'where price is 10 to 20 once; needs 1.',
  );
  expect(textOf({ ...count, is: { $gt: 4, $lte: 6 } })).toContain('needs more than 4 and at most 6.');
});
