// Memory heals: odd records and wrong clocks in a ledger leave the answers of the ledger without them; and what an
// earlier tag stored still opens.

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compile } from '../../../../shared/engine/compile.ts';
import { decide } from '../../../../shared/engine/decide.ts';
import { dayOf, isEvent, type VisitorEvent } from '../../../../shared/engine/event.ts';
import { fold, record } from '../../../../shared/engine/fold.ts';
import { heal, isClockRight, isSound, remake } from '../../../../shared/engine/heal.ts';
import { pack, unpack } from '../../../../shared/engine/pack.ts';
import { createProfile, type Profile } from '../../../../shared/engine/profile.ts';
import type { Condition } from '../../../../shared/schema/condition.ts';
import { type Act, act, configOf, NOW, rule } from './arbitraries.ts';
import earlier from './profile-0.1.json' with { type: 'json' };

const MIN = 60_000;
const DAY = 86_400_000;

const odd: fc.Arbitrary<unknown> = fc.oneof(
  fc.constantFrom<unknown>(
    undefined,
    null,
    5,
    'x',
    [],
    {},
    { name: 'a' },
    { name: 'a', at: NOW },
    { name: '', at: NOW, props: {} },
    { name: 7, at: NOW, props: {} },
    { at: NOW, props: {} },
    { name: 'a', props: {} },
    { name: 'a', at: NaN, props: {} },
    { name: 'a', at: Infinity, props: {} },
    { name: 'a', at: 1e300, props: {} },
    { name: 'a', at: `${NOW}`, props: {} },
    { name: 'a', at: new Date(NOW), props: {} },
    { name: 'a', at: NOW, props: null },
    { name: 'a', at: NOW, props: 'x' },
    { name: 'a', at: NOW, props: [1] },
    { name: 'a', at: NOW, props: { n: 5n } },
    { name: 'a', at: NOW, props: { n: Symbol('x') } },
    { name: 'a', at: NOW, props: {}, day: 'monday' },
    { name: 'a', at: NOW, props: {}, wrote: NaN },
  ),
  fc.anything().filter((any) => !isEvent(any)),
);

/** What is lived while the clock says so much more (ms) than it is. */
function live(program: ReturnType<typeof compile>, profile: Profile, acts: (Act & { off: number })[]) {
  let clock = NOW;
  return acts.flatMap(({ name, wait, props, off }) => {
    clock += Math.max(0, wait);
    return record(program, profile, name, props, clock + off);
  });
}
const right = (acts: Act[]) => acts.map((one) => ({ ...one, off: 0 }));

test('records that make no sense are left out of what is folded, rebuilt and healed; everything else counts', () => {
  fc.assert(
    fc.property(
      fc.array(act, { minLength: 1, maxLength: 12 }),
      fc.array(rule, { minLength: 4, maxLength: 4 }),
      fc.array(fc.tuple(fc.nat(20), odd), { minLength: 1, maxLength: 4 }),
      (acts, rules, spoilt) => {
        const program = compile(configOf(rules));
        const profile = createProfile(program);
        const ledger = live(program, profile, right(acts));
        const found: VisitorEvent[] = [...ledger];
        for (const [place, one] of spoilt) found.splice(place % (found.length + 1), 0, one as VisitorEvent);
        const folded = createProfile(program);
        for (const event of found) fold(program, folded, event);
        expect(folded).toEqual({ ...profile, isOdd: true });
        const healed = heal(found, false);
        expect(healed.events).toEqual(ledger);
        expect([healed.changed, healed.odd.length]).toEqual([[], spoilt.length]);
        expect(remake(program, healed.events, {})).toEqual(profile);
      },
    ),
    { numRuns: 300 },
  );
});

const HOUR = 60 * MIN;
const jump = fc.oneof(
  fc.integer({ min: 2 * HOUR, max: 3 * DAY }),
  fc.constantFrom(30 * DAY, 365 * DAY, 3650 * DAY),
);

// refused ones leave no trace of how long they took
const stored = act.map(
  ({ name, wait, props: { transaction_id: _number, ...props } }): Act => ({
    name,
    props,
    wait: Math.abs(wait),
  }),
);

test('what a clock wrote ahead, between visits of the right one, is dated as it was: profile and answers of the true ledger', () => {
  fc.assert(
    fc.property(
      fc.array(stored, { maxLength: 5 }),
      // one visit of the wrong clock, so that its beginning is not before what the jump skips
      fc.array(
        stored.map((one) => ({ ...one, wait: one.wait % (20 * MIN) })),
        { minLength: 1, maxLength: 5 },
      ),
      fc.array(stored, { minLength: 1, maxLength: 5 }),
      fc.array(rule, { minLength: 4, maxLength: 4 }),
      jump,
      (before, wrong, after, rules, off) => {
        const program = compile(configOf(rules));
        const [first, ...rest] = wrong as [Act, ...Act[]];
        const [next, ...later] = after as [Act, ...Act[]];
        const acts = (off: number) => [
          ...right(before),
          { ...first, wait: 40 * MIN, off },
          ...rest.map((one) => ({ ...one, off })),
          // the least that makes another visit: how much longer it was nobody knows
          { ...next, wait: 30 * MIN, off: 0 },
          ...right(later),
        ];
        const profile = createProfile(program);
        const truth = live(program, profile, acts(0));
        const lived = createProfile(program);
        const ledger = live(program, lived, acts(off));
        // the wrong clock may have been passed meanwhile; then nothing is in doubt
        fc.pre(!!lived.behind && ledger.at(-1)!.wrote !== undefined);
        expect(ledger.map(({ name }) => name)).toEqual(truth.map(({ name }) => name));
        const healed = heal(ledger, true);
        fc.pre(ledger.filter(({ at, wrote }) => !wrote && at > lived.behind!.from).length >= wrong.length);
        expect(healed.events).toEqual(truth);
        expect(remake(program, healed.events, lived)).toEqual(profile);
        // and it stays so
        expect(heal(healed.events, false)).toEqual({ events: healed.events, changed: [], odd: [] });
        // what comes next is dated as the clock says
        const [event] = record(program, remake(program, healed.events, {}), 'z', {}, profile.newestAt + 1);
        expect(event!.at).toBe(profile.newestAt + 1);
      },
    ),
    { numRuns: 300 },
  );
});

const at = (times: number[], names = 'a'): VisitorEvent[] =>
  times.map((at) => ({ name: names, at, props: {} }));
const wrote = (ahead: number, times: number[]): VisitorEvent[] =>
  times.map((time) => ({ name: 'a', at: ahead, props: {}, day: dayOf(time), wrote: time }));
const YEAR = 365 * DAY;

test.each<[fact: string, ledger: VisitorEvent[], isRight: boolean, times: number[]]>([
  ['nothing is odd', at([NOW, NOW, NOW + 5]), false, [NOW, NOW, NOW + 5]],
  [
    'ahead: distances are kept, before the first that the right clock wrote',
    [
      ...at([NOW, NOW + YEAR, NOW + YEAR + 5 * MIN]),
      ...wrote(NOW + YEAR + 5 * MIN, [NOW + DAY, NOW + DAY + 7]),
    ],
    true,
    [NOW, NOW + DAY - 5 * MIN, NOW + DAY, NOW + DAY, NOW + DAY + 7],
  ],
  [
    'ahead, but the clock is not steady yet: nothing changes',
    [...at([NOW + YEAR]), ...wrote(NOW + YEAR, [NOW])],
    false,
    [NOW + YEAR, NOW + YEAR],
  ],
  [
    'never before what was not ahead',
    [...at([NOW, NOW + YEAR, NOW + YEAR + DAY]), ...wrote(NOW + YEAR + DAY, [NOW + 5])],
    true,
    [NOW, NOW, NOW + 5, NOW + 5],
  ],
  [
    'an earlier tag wrote what followed at the date ahead',
    [...at([NOW + YEAR, NOW + YEAR, NOW + YEAR]), ...wrote(NOW + YEAR, [NOW])],
    true,
    [NOW, NOW, NOW, NOW],
  ],
  [
    'two wrong clocks, one after the other',
    [...at([NOW + YEAR]), ...wrote(NOW + YEAR, [NOW + 30 * DAY, NOW + 30 * DAY + 9, NOW + 9, NOW + 10])],
    true,
    [NOW, NOW, NOW + 9, NOW + 9, NOW + 10],
  ],
  [
    'a clock that was behind for a while and is no more: what it wrote stays where it stands',
    [...at([NOW]), ...wrote(NOW, [5, 6]), ...at([NOW + DAY])],
    false,
    [NOW, NOW, NOW, NOW + DAY],
  ],
  [
    'a page that had not heard of the healing adds one',
    [...at([NOW]), ...wrote(NOW + YEAR, [NOW + 5])],
    false,
    [NOW, NOW + 5],
  ],
  [
    'one record far ahead of those after it',
    at([NOW, 9e14, NOW + 1, NOW + 2]),
    false,
    [NOW, NOW + 1, NOW + 1, NOW + 2],
  ],
  ['one record far behind those before it', at([NOW, 5, NOW + 1]), false, [NOW, NOW, NOW + 1]],
  ['the first one ahead', at([9e14, NOW]), false, [NOW, NOW]],
])('healed: %s', (_fact, ledger, isRight, times) => {
  const { events, changed } = heal(ledger, isRight);
  expect(events.map(({ at }) => at)).toEqual(times);
  expect(changed).toEqual(events.filter((event) => !ledger.includes(event)));
  for (const event of changed) expect(event.day ?? dayOf(event.at)).toBe(dayOf(event.at));
});

test('whatever dates a ledger holds, healed they are in order, none is lost, and healing again changes nothing', () => {
  const date = fc.oneof(
    fc.integer({ min: -5, max: 40 }).map((n) => NOW + n * HOUR),
    fc.constantFrom(5, 9e14, NOW + YEAR),
  );
  const any = fc.record({
    name: fc.constantFrom('a', 'visit_start'),
    at: date,
    props: fc.constant({}),
    wrote: fc.option(date, { nil: undefined }),
  });
  fc.assert(
    fc.property(fc.array(any, { maxLength: 12 }), fc.boolean(), (raw, isRight) => {
      const ledger: VisitorEvent[] = raw.map(({ wrote, ...rest }) => ({
        ...rest,
        ...(wrote !== undefined && { wrote }),
      }));
      const { events, odd } = heal(ledger, isRight);
      expect([events.length, odd]).toEqual([ledger.length, []]);
      const times = events.map(({ at }) => at);
      expect(times).toEqual([...times].sort((a, b) => a - b));
      const program = compile(configOf([]));
      const profile = createProfile(program);
      for (const event of events) fold(program, profile, event);
      expect(profile.isOdd).toBeUndefined();
      expect(profile.newestAt).toBe(times.at(-1) ?? 0);
    }),
    { numRuns: 500 },
  );
});

const behind = (from: number, pages: number, visits: number) => ({ from, at: from, pages, visits });
test.each<[fact: string, profile: Partial<Profile>, now: number, is: boolean]>([
  ['nothing is behind', {}, NOW, false],
  ['two page views', { behind: behind(NOW, 2, 1) }, NOW + 5, false],
  ['three page views', { behind: behind(NOW, 3, 1) }, NOW + 5, true],
  ['three visits without a page view', { behind: behind(NOW, 0, 3) }, NOW + 5, true],
  ['a day', { behind: behind(NOW, 1, 1) }, NOW + DAY, true],
  ['a ms less than a day', { behind: behind(NOW, 1, 1) }, NOW + DAY - 1, false],
  [
    'all was ahead, for days: three page views are not enough',
    { behind: behind(5, 3, 1), firstSeenAt: NOW - DAY },
    6,
    false,
  ],
  ['all was ahead, for days: a day is', { behind: behind(5, 3, 1), firstSeenAt: NOW - DAY }, 5 + DAY, true],
])('the clock is believed: %s', (_fact, part, now, is) => {
  const profile = {
    ...createProfile(compile(configOf([]))),
    firstSeenAt: NOW - 30 * DAY,
    newestAt: NOW + YEAR,
    ...part,
  };
  expect(
    isClockRight(profile.firstSeenAt! > 5 && part.firstSeenAt ? { ...profile, newestAt: NOW } : profile, now),
  ).toBe(is);
});

test('a visit a year ahead, then the right clock: known again from the third page on', () => {
  const rules: [Condition] = [{ kind: 'count', event: 'view_item', is: { $gte: 3 }, within: '7d' }];
  const program = compile(configOf(rules));
  let profile = createProfile(program);
  let ledger: VisitorEvent[] = [];
  const answers: unknown[] = [];
  const visit = (clock: number) => {
    const track = (name: string, now: number) => {
      if (isClockRight(profile, now)) {
        ledger = heal(ledger, true).events;
        profile = remake(program, ledger, profile);
      }
      ledger.push(...record(program, profile, name, {}, now));
    };
    track('page_view', clock);
    for (let i = 1; i < 4; i++) track('view_item', clock + i);
    answers.push(decide(rules[0], { program, profile, facts: {}, now: clock + 4 }).value);
  };
  visit(NOW + YEAR);
  for (let i = 0; i < 4; i++) visit(NOW + i * MIN);
  expect(answers).toEqual([true, 'unknown', 'unknown', true, true]);
  expect(ledger.every(({ at, wrote }) => at < NOW + HOUR && wrote === undefined)).toBe(true);
});

/** A stored profile, as something that may be anything. */
interface Spoilt {
  newestAt: number;
  visit: Record<string, unknown>;
  nodes: Record<string, unknown>;
  [field: string]: unknown;
}
const firstEntry = ({ nodes }: Spoilt) => (Object.values(nodes)[0] as unknown[][])[0]!;
const remove = (field: string) => (profile: Spoilt) => void Reflect.deleteProperty(profile, field);

test.each<[fact: string, spoil: (profile: Spoilt) => void]>([
  ['no newest date', remove('newestAt')],
  ['NaN as newest date', (p) => (p.newestAt = NaN)],
  ['NaN became null in JSON', (p) => (p.newestAt = null as never)],
  ['first seen after the newest event', (p) => (p.firstSeenAt = p.newestAt + 1)],
  ['pruned after the newest event', (p) => (p.prunedAt = 9e14)],
  ['a visit that starts ahead', (p) => (p.visit.startAt = 9e14)],
  ['a visit that ends ahead', (p) => (p.visit.lastAt = p.newestAt + 1)],
  ['a visit without a number', (p) => delete p.visit.number],
  ['a visit that is none', (p) => (p.visit = 5 as never)],
  ['no visit at all', remove('visit')],
  ['NaN in a state', (p) => (firstEntry(p)[1] = NaN)],
  ['NaN as a state’s time', (p) => (firstEntry(p)[0] = NaN)],
  ['a state’s time ahead', (p) => (firstEntry(p)[0] = 9e14)],
  ['a state that is no list', (p) => (p.nodes[Object.keys(p.nodes)[0]!] = {})],
  ['an entry that is none', (p) => (p.nodes[Object.keys(p.nodes)[0]!] = ['x', null, {}])],
  ['no states', (p) => (p.nodes = null as never)],
  ['no traits', (p) => (p.traits = null)],
  ['transactions that are no list', (p) => (p.transactions = {})],
  ['no exposures', remove('exposed')],
])('a stored profile makes no sense: %s; made anew it is as it was', (_fact, spoil) => {
  const program = compile(configOf([{ kind: 'count', event: 'a', is: { $gte: 3 }, within: '7d' }]));
  const profile = createProfile(program);
  profile.traits.plan = 'gold';
  const ledger = [0, 1, 2].flatMap((i) => record(program, profile, 'a', {}, NOW + i * MIN));
  expect([profile, unpack(pack(profile)), createProfile(program)].map(isSound)).toEqual([true, true, true]);
  const stored = structuredClone(profile);
  spoil(stored as unknown as Spoilt);
  expect(isSound(stored)).toBe(false);
  const made = remake(program, heal(ledger, false).events, stored);
  expect(made.nodes).toEqual(profile.nodes);
  expect([made.newestAt, made.visit, isSound(made)]).toEqual([profile.newestAt, profile.visit, true]);
  expect(made.traits).toEqual(stored.traits ?? {});
  expect(made.firstSeenAt).toBe(NOW);
});

test('whatever is stored in its place is no profile, and nothing throws', () => {
  fc.assert(
    fc.property(fc.anything({ withNullPrototype: true }), (any) => {
      expect(isSound(any)).toBe(false);
    }),
  );
});

test('a profile that an earlier tag stored opens, goes on, and is what its ledger gives', () => {
  const program = compile(configOf(earlier.segments.map(({ when }) => when as Condition)));
  for (const stored of [structuredClone(earlier.profile), unpack(earlier.text)] as Profile[]) {
    expect(isSound(stored)).toBe(true);
    expect(stored.rules).toBe(program.id);
    const answers = (profile: Profile) =>
      [...program.segments.values()].map(
        (when) => decide(when, { program, profile, facts: {}, now: profile.newestAt }).value,
      );
    expect(answers(stored)).toEqual([false, true, true, true, true, true]);
    // an order without a number is nobody's double
    for (const transaction_id of ['', 'T2', 'T1'])
      record(program, stored, 'purchase', { value: 3, transaction_id }, stored.newestAt + MIN);
    expect(stored.transactions).toEqual(['T1', '', 'T2']);
    const replayed = createProfile(program);
    for (const event of earlier.events as VisitorEvent[]) fold(program, replayed, event);
    expect(replayed.isOdd).toBeUndefined();
    expect({
      ...replayed,
      path: undefined,
      exposedIn: undefined,
      traits: { plan: 'gold' },
      transactions: ['T1', ''],
    }).toEqual(earlier.profile);
  }
});
