// Who is counted, which goals count, and what is said of it: never more than the level allows.

import { describe, expect, test } from 'vitest';
import type { VisitorEvent } from '../../../../shared/engine/event.ts';
import type { Config } from '../../../../shared/schema/config.ts';
import type { Experience } from '../../../../shared/schema/experience.ts';
import type { Props } from '../../../../shared/schema/props.ts';
import { type Counted, createCounted, type Line } from '../../../../snippet/measure/counted.ts';
import { look } from '../../../../snippet/measure/look.ts';
import { planOf } from '../../../../snippet/measure/plan.ts';

const HOUR = 36e5;
const DAY = 24 * HOUR;

const experience = (id: string, more: Partial<Experience> = {}): Experience => ({
  id,
  name: '',
  status: 'live',
  pages: ['*'],
  goal: 'order',
  variants: [
    { id: 'a', name: '', segment: 'keen', changes: [] },
    { id: 'b', name: '', segment: 'everyone', changes: [] },
  ],
  ...more,
});
const config = (ping: NonNullable<Config['measure']>['ping'], more: Partial<Config> = {}): Config => ({
  version: 1,
  site: 'shop.example',
  revision: 1,
  goals: [{ id: 'order', name: '', event: 'purchase' }],
  measure: { ping },
  segments: [],
  experiences: [experience('home')],
  ...more,
});

/** A visitor with this tag on every page. */
function createVisitor(given: Config, seed = 'seed') {
  let plan = planOf(given);
  const counted = createCounted(0);
  const strange: string[] = [];
  let at = 1_000_000;
  const see = (events: VisitorEvent[], opened: string[] = []) => {
    if (!plan) throw new Error('nothing is counted');
    look(counted, events, { plan, seed, opened, now: at, strange: (goal) => strange.push(goal) });
  };
  const event = (name: string, props: Props = {}): VisitorEvent => ({ name, at, props });
  return {
    counted,
    strange,
    event,
    see,
    wait(ms: number) {
      at += ms;
    },
    publish(next: Config) {
      plan = planOf(next);
    },
    open: (...ids: string[]) => see([event('page_view')], ids.length ? ids : ['home']),
    expose: (segment: string, id = 'home', variant = 'a') =>
      see([event('exposure', { experience: id, outcome: 'variant', variant, segment })]),
    buy: (props: Props = {}) => see([event('purchase', props)]),
  };
}
const linesOf = ({ waiting }: Counted): string[] => waiting.map(({ props }) => props.url);

describe('level coin', () => {
  test('one line when first counted, one at the first goal, and no more', () => {
    const visitor = createVisitor(config({}));
    visitor.open();
    visitor.open();
    visitor.buy();
    visitor.buy();
    visitor.open();
    expect(linesOf(visitor.counted)).toEqual([
      '/selvedge-ping?v=1&e=home&o=1&a=on',
      '/selvedge-ping?v=1&e=home&o=1&a=on&g=order&n=1',
    ]);
  });
  test('whatever was done before, whatever segment and whatever is shown: the lines are the same', () => {
    const stranger = createVisitor(config({}));
    const keen = createVisitor(config({}));
    keen.see([keen.event('view_item'), keen.event('purchase', { value: 40 }), keen.event('exposure')]);
    for (const visitor of [stranger, keen]) visitor.open();
    keen.expose('keen');
    for (const visitor of [stranger, keen]) visitor.buy();
    expect(linesOf(keen.counted)).toEqual(linesOf(stranger.counted));
    expect(linesOf(keen.counted)).toHaveLength(2);
  });
  test('another page is not one of its pages', () => {
    const visitor = createVisitor(config({}));
    visitor.open('other');
    visitor.buy();
    expect(linesOf(visitor.counted)).toEqual([]);
  });
  test('a goal before being counted does not count, one on the same page does', () => {
    const visitor = createVisitor(config({}));
    const { event } = visitor;
    visitor.see([event('purchase'), event('page_view'), event('view_item')], ['home']);
    expect(linesOf(visitor.counted)).toHaveLength(1);
    const other = createVisitor(config({}));
    other.see([event('page_view'), event('purchase')], ['home']);
    expect(linesOf(other.counted)).toHaveLength(2);
  });
});

test('a goal counts within the window, and not after it', () => {
  const visitor = createVisitor(config({ window: '7d' }));
  visitor.open();
  visitor.wait(7 * DAY + 1);
  visitor.buy();
  expect(linesOf(visitor.counted)).toHaveLength(1);
});

test('a visitor that a redirect has led away is counted on the next page, in the same words', () => {
  const redirecting = experience('home', {
    variants: [
      {
        id: 'a',
        name: '',
        segment: 'everyone',
        changes: [{ kind: 'redirect', url: '/new' }],
      },
    ],
  });
  const led = createVisitor(config({}, { experiences: [redirecting] }));
  led.see([led.event('page_view'), led.event('exposure', { experience: 'home', variant: 'a' })], ['other']);
  const stayed = createVisitor(config({}, { experiences: [redirecting] }));
  stayed.open();
  expect(linesOf(led.counted)).toEqual(linesOf(stayed.counted));
  // one that only shows something is counted by its page, on both sides
  const shown = createVisitor(config({}));
  shown.see([shown.event('exposure', { experience: 'home', variant: 'a' })], ['other']);
  expect(linesOf(shown.counted)).toEqual([]);
});

test('the next round counts anew, and says so', () => {
  const visitor = createVisitor(config({}));
  visitor.open();
  visitor.publish(config({}, { experiences: [experience('home', { round: 2 })] }));
  visitor.open();
  visitor.buy();
  expect(linesOf(visitor.counted).map((line) => line.slice('/selvedge-ping?v=1&'.length))).toEqual([
    'e=home&o=1&a=on',
    'e=home&o=2&a=on',
    'e=home&o=2&a=on&g=order&n=1',
  ]);
});

test('before and after its schedule nobody is counted', () => {
  const schedule = { from: new Date(2 * DAY).toISOString(), to: new Date(3 * DAY).toISOString() };
  const visitor = createVisitor(config({}, { experiences: [experience('home', { schedule })] }));
  const counts: number[] = [];
  for (let i = 0; i < 2; i++) {
    visitor.open();
    counts.push(linesOf(visitor.counted).length);
    visitor.wait(2 * DAY);
  }
  expect(counts).toEqual([0, 1]);
  const late = createVisitor(config({}, { experiences: [experience('home', { schedule })] }));
  late.wait(4 * DAY);
  late.open();
  expect(linesOf(late.counted)).toEqual([]);
});

describe('level exact', () => {
  test.each<[segment: string | undefined, symbol: number]>([
    [undefined, 0],
    ['keen', 1],
    ['everyone', 2],
  ])('shown for %s is %d', (segment, symbol) => {
    const visitor = createVisitor(config({ level: 'exact' }));
    visitor.open();
    if (segment) visitor.expose(segment);
    visitor.expose('everyone');
    visitor.see([], []);
    visitor.buy();
    expect(linesOf(visitor.counted)[1]).toMatch(new RegExp(`&n=1&s=${segment ? symbol : 2}$`));
  });
  test('nothing shown by then is 0', () => {
    const visitor = createVisitor(config({ level: 'exact' }));
    visitor.open();
    visitor.buy();
    expect(linesOf(visitor.counted)[1]).toMatch(/&n=1&s=0$/);
  });
});

describe('level private', () => {
  test('the same is answered again for later goals', () => {
    for (let i = 0; i < 30; i++) {
      const goals = [{ id: 'order', name: '', event: 'purchase', value: 'value', cap: 500 }];
      const visitor = createVisitor(config({ level: 'private', epsilon: 0.5 }, { goals }));
      visitor.open();
      visitor.expose('keen');
      for (let n = 0; n < 5; n++) visitor.buy({ value: 10 });
      const said = linesOf(visitor.counted)
        .slice(1)
        .map((line) => /&s=(\d)/.exec(line)?.[1]);
      expect(said).toHaveLength(5);
      expect(new Set(said).size).toBe(1);
    }
  });
  test('who has no budget left is not counted, also not for what comes later', () => {
    const experiences = ['one', 'two', 'three'].map((id) => experience(id));
    const visitor = createVisitor(config({ level: 'private', epsilon: 2, budget: 4 }, { experiences }));
    visitor.open('one', 'two', 'three');
    visitor.open('three');
    visitor.buy();
    const ids = linesOf(visitor.counted).map((line) => /e=(\w+)/.exec(line)?.[1]);
    expect(ids).toEqual(['one', 'two', 'one', 'two']);
    const { waiting, spent } = visitor.counted;
    expect(spent).toBe(4);
    expect(waiting.reduce((sum, { props: { epsilon = 0 } }) => sum + epsilon, 0)).toBe(4);
  });
  test('each goal costs its own', () => {
    const goals = ['order', 'call'].map((id) => ({ id, name: '', event: id }));
    const measure = { ping: { level: 'private', epsilon: 2, budget: 3 }, goals: ['call'] } as const;
    const visitor = createVisitor({ ...config({}), goals, measure: { ...measure, goals: ['call'] } });
    visitor.open();
    expect(linesOf(visitor.counted)).toEqual([]);
  });
});

describe('value', () => {
  const goals = [{ id: 'order', name: '', event: 'purchase', value: 'value', cap: 500, currency: 'EUR' }];
  const grown = (visitor: ReturnType<typeof createVisitor>) =>
    linesOf(visitor.counted)
      .slice(1)
      .map((line) => line.slice(line.indexOf('&n=')));
  test('is what a visitor is worth so far, and its square, up to the cap', () => {
    const visitor = createVisitor(config({}, { goals }));
    visitor.open();
    for (const value of [100, 20.4, 1000, 5]) visitor.buy({ value, currency: 'EUR' });
    expect(grown(visitor)).toEqual(['&n=1&y=100&q=10000', '&n=2&y=20&q=4400', '&n=3&y=380&q=235600']);
  });
  test('of another currency, none or below 0 is none; the goal counts', () => {
    const visitor = createVisitor(config({}, { goals }));
    visitor.open();
    visitor.buy({ value: 100, currency: 'USD' });
    visitor.buy({});
    visitor.buy({ value: -5, currency: 'EUR' });
    expect(grown(visitor)).toEqual(['&n=1']);
    expect(visitor.strange).toEqual(['order']);
  });
  test('is said twenty times at most', () => {
    const visitor = createVisitor(config({}, { goals }));
    visitor.open();
    for (let i = 0; i < 30; i++) visitor.buy({ value: 1 });
    expect(grown(visitor)).toHaveLength(20);
  });
});

test('ids are written as an address holds them', () => {
  const odd = experience('a b&c', {
    goal: 'ü',
    variants: ['x/1', 'y'].map((id) => ({ id, name: '', segment: 'everyone', changes: [] })),
  });
  const goals = [{ id: 'ü', name: '', event: 'purchase' }];
  const visitor = createVisitor(config({ url: '/count' }, { experiences: [odd], goals }));
  visitor.open('a b&c');
  visitor.buy();
  expect(linesOf(visitor.counted)).toEqual([
    expect.stringMatching(/^\/count\?v=1&e=a%20b%26c&o=1&a=variant%3A(x%2F1|y)$/),
    expect.stringMatching(/&g=%C3%BC&n=1$/),
  ]);
});

test('a goal that cannot be read is no other goal’s problem', () => {
  const goals = [
    { id: 'order', name: '', event: 'purchase', where: { value: { $gtt: 1 } } as never },
    { id: 'call', name: '', event: 'purchase' },
  ];
  const given = config({}, { goals });
  const visitor = createVisitor({ ...given, measure: { ping: {}, goals: ['call'] } });
  visitor.open();
  visitor.buy();
  expect(linesOf(visitor.counted)).toEqual([
    expect.stringMatching(/a=on$/),
    expect.stringMatching(/&g=call&n=1$/),
  ]);
});

test('what was sent in a round that has ended goes with the other events, in one that runs it stays', () => {
  const visitor = createVisitor(config({}, { privacy: { retention: '10d' } }));
  const lineOf = (id: string): Line => ({
    name: 'counted',
    at: 1,
    props: { url: `/selvedge-ping?v=1&e=${id}&o=1&a=on` },
  });
  const [old, kept] = [lineOf('gone'), lineOf('home')];
  visitor.counted.sent = [old, kept];
  visitor.wait(5 * DAY);
  visitor.open();
  expect(visitor.counted.sent).toEqual([old, kept]);
  visitor.wait(6 * DAY);
  visitor.open();
  expect(visitor.counted.sent).toEqual([kept]);
});
