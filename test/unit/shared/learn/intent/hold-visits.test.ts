// What is folded of an export's visits is what a device holds at each of its page views, with what it forgets.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compile } from '../../../../../shared/engine/compile.ts';
import { find } from '../../../../../shared/engine/decide.ts';
import type { VisitorEvent } from '../../../../../shared/engine/event.ts';
import { rebuild, record } from '../../../../../shared/engine/fold.ts';
import { holds } from '../../../../../shared/engine/predicate.ts';
import { createProfile } from '../../../../../shared/engine/profile.ts';
import { DAY_MS } from '../../../../../shared/learn/day.ts';
import { createEvents } from '../../../../../shared/learn/events.ts';
import { findTerms, propsOf } from '../../../../../shared/learn/intent/find-terms.ts';
import { holdVisits } from '../../../../../shared/learn/intent/hold-visits.ts';
import { conditionOf } from '../../../../../shared/learn/intent/term.ts';
import { createOrders } from '../../../../../shared/learn/orders.ts';
import { createExportReader } from '../../../../../shared/learn/read-export.ts';
import { createVisitReader } from '../../../../../shared/learn/read-visits.ts';
import { bySource } from '../../../../../shared/learn/sources.ts';
import { createTally } from '../../../../../shared/learn/tally-rows.ts';
import type { Config } from '../../../../../shared/schema/config.ts';
import type { Props } from '../../../../../shared/schema/props.ts';
import { draws } from '../../../../support/draws.ts';

// days are the same for the device and for what is read
process.env.TZ = 'UTC';

const HOUR_MS = 36e5;
const BEGIN = 20_000 * DAY_MS;
/** After all of it, so that every visit has ended. */
const LAST = BEGIN + 60 * DAY_MS;

const config = (days: number): Config => ({
  version: 1,
  site: 'shop.example',
  revision: 1,
  privacy: { retention: `${days}d` },
  capture: [{ kind: 'page', event: 'saw_sale', pages: ['/sale'] }],
  topics: [
    { topic: 'tents', pages: ['/tents*'] },
    { topic: 'pregnancy', pages: ['/baby*'] },
  ],
  goals: [
    { id: 'order', name: 'Order', event: 'purchase', value: 'value', where: { value: { $gte: 5 } } },
    { id: 'sale', name: 'Sale', event: 'saw_sale' },
  ],
  segments: [
    { id: 'calls', name: '', when: { kind: 'count', event: 'call', where: { to: 'shop' }, is: { $gte: 1 } } },
  ],
  experiences: [],
});

interface Act {
  visitor: 'anna' | 'ben';
  minutes: number;
  what: number;
}

/** What a visitor does: a page view and what comes of it at once, or something else. */
const KINDS: { name: string; props: Props }[][] = [
  [{ name: 'page_view', props: { path: '/', topics: [] } }],
  [{ name: 'page_view', props: { path: '/tents/1', topics: ['tents'] } }],
  [{ name: 'page_view', props: { path: '/baby', topics: ['pregnancy'] } }],
  [
    { name: 'page_view', props: { path: '/sale', topics: [] } },
    { name: 'saw_sale', props: {} },
  ],
  [{ name: 'add_to_cart', props: { item_category: 'tents', secret: 'not kept' } }],
  [{ name: 'engagement', props: { seconds: 12 } }],
  [{ name: 'call', props: { to: 'shop' } }],
  [{ name: 'purchase', props: { value: 20, transaction_id: 'A1' } }],
  [{ name: 'purchase', props: { value: 3 } }],
  [{ name: 'purchase', props: { value: 9, transaction_id: 'B2' } }],
];

const acts = fc.array(
  fc.record<Act>({
    visitor: fc.constantFrom('anna', 'ben'),
    minutes: fc.oneof(fc.integer({ min: 0, max: 200 }), fc.integer({ min: 0, max: 60 * 24 * 20 })),
    what: fc.integer({ min: 0, max: KINDS.length - 1 }),
  }),
  { maxLength: 60 },
);

const isPage = (what: number) => what < 4;

/** A device's life: each act as it happens, and once a page has been shown what is too old is let go of. */
function live(site: Config, goal: NonNullable<Config['goals']>[number], all: Act[], retentionMs: number) {
  const terms = findTerms(site, goal);
  const program = compile({
    ...site,
    segments: terms.map((term, i) => ({ id: `${i}`, name: '', when: conditionOf(term) })),
  });
  const profile = createProfile(program);
  const exported: VisitorEvent[] = [];
  let ledger: VisitorEvent[] = [];
  let visit: { rows: number[][]; did: boolean } | undefined;
  const visits: { rows: number[][]; did: boolean }[] = [];
  for (const { minutes, what } of all) {
    const now = BEGIN + minutes * 6e4;
    const happened = KINDS[what]!.flatMap(({ name, props }) =>
      record(program, profile, name, props, now, { channel: what % 2 ? 'email' : 'direct' }),
    );
    // what a server writes down of an order that is sent again
    const again = KINDS[what]!.map((one) => ({ ...one, at: now, day: Math.floor(now / DAY_MS) }));
    exported.push(...(happened.length ? happened : again));
    ledger.push(...happened);
    if (happened.some(({ name }) => name === 'visit_start')) {
      visit = { rows: [], did: false };
      visits.push(visit);
    }
    const reached = happened.some(({ name, props }) => name === goal.event && holds(goal.where, props));
    if (!visit || visit.did) continue;
    if (reached) {
      visit.did = true;
      // the page that it happened on
      if (!isPage(what)) visit.rows.pop();
      continue;
    }
    if (!isPage(what)) continue;
    const kept = ledger.filter(({ at }) => !(at < now - retentionMs));
    if (kept.length < ledger.length) {
      profile.prunedAt = ledger[ledger.length - kept.length - 1]!.at;
      ledger = kept;
      const fresh = rebuild(program, profile, [...program.nodes.keys()]);
      for (const event of ledger) fresh.fold(event);
      fresh.done();
    }
    visit.rows.push(
      terms.map((term) => {
        const { value, figure } = find(conditionOf(term), { program, profile, facts: {}, now });
        expect(value).not.toBe('unknown');
        if ('when' in term) return +(value === true);
        return term.as === 'log' ? Math.log1p(Number(figure)) : Number(figure);
      }),
    );
  }
  return { exported, visits, terms };
}

const cases: [goal: string, days: number][] = [
  ['order', 3],
  ['order', 400],
  ['sale', 9],
];
test.each(cases)('the goal %s, remembering %i days', (id, days) => {
  const site = config(days);
  const goal = site.goals!.find((one) => one.id === id)!;
  let looked = 0;
  fc.assert(
    fc.property(acts, (all) => {
      const sorted = all.toSorted((a, b) => a.minutes - b.minutes);
      const lived = (['anna', 'ben'] as const).map((visitor) => ({
        visitor,
        ...live(
          site,
          goal,
          sorted.filter((act) => act.visitor === visitor),
          days * DAY_MS,
        ),
      }));
      const terms = findTerms(site, goal);
      const store = createEvents(propsOf(terms, goal));
      const tally = createTally();
      const toRead = { config: site, toWall: undefined, latest: Infinity };
      const reader = createExportReader('events.jsonl', bySource(createOrders), tally, {
        latest: Infinity,
        map: {},
        event: 'purchase',
        value: 'value',
        toWall: undefined,
        visits: createVisitReader(store, toRead),
        parse: (line) => JSON.parse(line),
      });
      const lines = lived.flatMap(({ visitor, exported }) =>
        exported.map((event) => `${JSON.stringify({ visitor, ...event })}\n`),
      );
      const tail = `${JSON.stringify({ visitor: 'tail', name: 'x', at: LAST, props: {} })}\n`;
      reader.push([...lines, tail].join(''));
      reader.end();
      // both visitors may name one order: its visit counts all the same
      const { 'the order number of another buyer': _shared, ...refused } = tally.refused;
      expect(refused).toEqual({});
      const events = store.settle();
      expect(JSON.stringify(Array.from({ length: events.count }, (_, i) => events.at(i)))).not.toContain(
        'not kept',
      );
      const held = holdVisits(events, { config: site, goal, terms, retentionMs: days * DAY_MS });
      const visits = lived.flatMap((one) => one.visits);
      const expected = visits.flatMap(({ rows, did }) => rows.map((row) => [+did, ...row]));
      const { width, cells, did } = held.table;
      const found = Array.from(did, (one, i) => [one, ...cells.subarray(i * width, (i + 1) * width)]);
      expect(found).toEqual(expected);
      expect({ goals: held.goals, unseen: held.unseen, begun: held.begun }).toEqual({
        goals: visits.filter((visit) => visit.did).length,
        unseen: visits.filter((visit) => visit.did && visit.rows.length === 0).length,
        begun: visits.length,
      });
      looked += found.length;
    }),
    { numRuns: draws(600) },
  );
  expect(looked).toBeGreaterThan(0);
});

test('of a visit that still runs when the export ends nothing is learned', () => {
  const site = config(180);
  const goal = site.goals![0]!;
  const store = createEvents(propsOf([], goal));
  const page = (of: string, at: number) =>
    store.add(of, { name: 'page_view', at, day: Math.floor(at / DAY_MS), props: { path: '/' } });
  page('anna', BEGIN);
  page('ben', BEGIN + 2 * HOUR_MS);
  page('carl', BEGIN + 2 * HOUR_MS + 6e4);
  const held = holdVisits(store.settle(), { config: site, goal, terms: [], retentionMs: 180 * DAY_MS });
  expect([...held.visitor]).toEqual([0]);
  expect(held.visits).toBe(3);
});

test('nothing sensitive is among the terms', () => {
  const site = config(180);
  const text = JSON.stringify(findTerms(site, site.goals![0]!));
  expect(text).toContain('tents');
  expect(text).not.toContain('pregnancy');
});
