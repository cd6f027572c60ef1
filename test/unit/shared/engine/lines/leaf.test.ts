// What a condition asks of the page that is being opened, and what has no lines at all.
import { describe, expect, test } from 'vitest';
import { compile } from '../../../../../shared/engine/compile.ts';
import { findLeaf } from '../../../../../shared/engine/lines/find-leaf.ts';
import type { PageTest } from '../../../../../shared/engine/lines/page-test.ts';
import type { Condition } from '../../../../../shared/schema/condition.ts';
import type { Config } from '../../../../../shared/schema/config.ts';
import { configOf } from '../arbitraries.ts';

const capture: Config['capture'] = [
  { kind: 'page', event: 'lead', pages: ['/a'], props: { value: 3 } },
  { kind: 'page', event: 'lead', pages: ['/b'] },
  { kind: 'click', event: 'share', target: { css: 'a' } },
];
const topics = [
  { topic: 'tents', pages: ['/tents/*'] },
  { topic: 'winter', pages: ['/*/winter'] },
];
const leafOf = (condition: Condition) =>
  findLeaf(compile(configOf([condition], { capture, topics })), condition);
const events = (...of: (PageTest & { kind: 'events' })['of']): PageTest => ({ kind: 'events', of });
const few = { $gte: 2 };

describe('a condition asks the page', () => {
  test.each<[what: string, condition: Condition, tests: PageTest[]]>([
    ['nothing: no page view touches it', { kind: 'count', event: 'purchase', is: few }, []],
    ['nothing: every page view does', { kind: 'count', event: 'page_view', is: few }, []],
    ['nothing: every event is on this day', { kind: 'days', is: few }, []],
    ['nothing: age', { kind: 'age', is: { $gt: '1d' } }, []],
    ['nothing: the number of the visit', { kind: 'context', key: 'visitNumber', is: few }, []],
    ['nothing: a click is none of the page', { kind: 'count', event: 'share', is: few }, []],
    ['nothing: a page view has no such prop', { kind: 'sum', event: 'page_view', of: 'value', is: few }, []],
    [
      'its path, as paths are compared',
      { kind: 'count', event: 'page_view', where: { path: '/%C3%A9' }, is: few },
      [events({ event: 'page_view', where: { path: '/é' } })],
    ],
    [
      'how a visit came',
      { kind: 'first', event: 'visit_start', of: 'source', is: 'newsletter' },
      [events({ event: 'visit_start', where: { source: 'newsletter' } })],
    ],
    [
      'whether it searched',
      { kind: 'since', event: 'search', is: { $lt: '1d' } },
      [events({ event: 'search' })],
    ],
    [
      'which captures are its, each once',
      { kind: 'count', event: 'lead', is: few },
      [events({ pages: ['/a'] }), events({ pages: ['/b'] })],
    ],
    [
      'only after captures whose props pass',
      { kind: 'count', event: 'lead', where: { value: 3 }, is: few },
      [events({ pages: ['/a'] })],
    ],
    [
      'one thing where one event does what two would',
      { kind: 'since', event: 'lead', is: { $lt: '1d' } },
      [events({ pages: ['/a'] }, { pages: ['/b'] })],
    ],
    [
      'its topics, of the lists that can be',
      { kind: 'interest', topic: 'tents', rank: 1 },
      [{ kind: 'topics', lists: [[], ['tents'], ['winter'], ['tents', 'winter']] }],
    ],
    [
      'its very path',
      {
        kind: 'sequence',
        steps: [{ event: 'page_view' }, { event: 'page_view' }],
        same: 'path',
        within: '1h',
      },
      [{ kind: 'path' }],
    ],
  ])('%s', (_what, condition, tests) => {
    const leaf = leafOf(condition);
    expect(leaf?.endless).toBeUndefined();
    expect(leaf?.tests).toEqual(tests);
  });
});

describe('no end of lines', () => {
  const where = (n: number) => ({ event: 'page_view', where: { path: `/${n}` } });
  test.each<[what: string, condition: Condition, why: string]>([
    ['as many as there are searches', { kind: 'distinct', event: 'search', of: 'term', is: few }, 'figure'],
    ['as many as there are numbers', { kind: 'sum', event: 'visit_start', of: 'source', is: few }, 'figure'],
    ['five questions', { kind: 'sequence', steps: [1, 2, 3, 4, 5].map(where), within: '1h' }, 'tests'],
  ])('%s', (_what, condition, why) => expect(leafOf(condition)?.endless).toBe(why));
  test('four questions have one', () =>
    expect(leafOf({ kind: 'sequence', steps: [1, 2, 3, 4].map(where), within: '1h' })?.outcomes).toBe(16));
});

test.each<[what: string, condition: Condition]>([
  ['a trait', { kind: 'trait', key: 'plan', is: 'gold' }],
  ['a fact of the page', { kind: 'context', key: 'device', is: 'phone' }],
  ['what cannot be read', JSON.parse('{ "kind": "count", "event": "a", "is": { "$like": 1 } }')],
])('%s is no leaf', (_what, condition) => expect(leafOf(condition)).toBeUndefined());

describe('a key names all that the lines depend on but for the profile', () => {
  const lead: Condition = { kind: 'count', event: 'lead', is: few };
  const best: Condition = { kind: 'rfm', frequency: 5 };
  const keyOf = (condition: Condition, extra: Partial<Config>) =>
    findLeaf(compile(configOf([condition], extra)), condition)?.key;
  test.each<[what: string, condition: Condition, a: Partial<Config>, b: Partial<Config>]>([
    ['captures', lead, { capture }, {}],
    ['the edges of rfm', best, {}, { rfm: { recency: ['1h'], frequency: [9], monetary: [1] } as never }],
    ['interests', { kind: 'interest', topic: 'x', rank: 1 }, {}, { interests: { halfLife: '2d' } }],
    ['topics', { kind: 'interest', topic: 'x', rank: 1 }, {}, { topics }],
  ])('%s', (_what, condition, a, b) => {
    expect(keyOf(condition, a)).toMatch(/^[\da-z]{7}$/);
    expect(keyOf(condition, a)).not.toBe(keyOf(condition, b));
  });
  test('and nothing else', () => expect(keyOf(lead, { capture })).toBe(keyOf(lead, { capture, topics })));
});
