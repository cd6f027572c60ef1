// What is folded of an export is what a device holds after the same events, with what it forgets.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compile } from '../../../../shared/engine/compile.ts';
import { find } from '../../../../shared/engine/decide.ts';
import type { VisitorEvent } from '../../../../shared/engine/event.ts';
import { missing, rebuild, record } from '../../../../shared/engine/fold.ts';
import { createProfile } from '../../../../shared/engine/profile.ts';
import { DAY_MS } from '../../../../shared/learn/day.ts';
import { classOf, classOfRecency, type Four } from '../../../../shared/learn/find-edges.ts';
import { holdOrders } from '../../../../shared/learn/held-orders.ts';
import { createOrders } from '../../../../shared/learn/orders.ts';
import { createExportReader } from '../../../../shared/learn/read-export.ts';
import { bySource } from '../../../../shared/learn/sources.ts';
import { createTally } from '../../../../shared/learn/tally-rows.ts';
import type { Condition } from '../../../../shared/schema/condition.ts';
import type { Config } from '../../../../shared/schema/config.ts';
import { draws } from '../../../support/draws.ts';

// days are the same for the device and for what is read
process.env.TZ = 'UTC';

const HOUR_MS = 36e5;
const BEGIN = 20_000;
const rfm: Condition = {
  kind: 'rfm',
  recency: { $exists: true },
  frequency: { $exists: true },
  monetary: { $exists: true },
};
const edges: Record<'recency' | 'frequency' | 'monetary', Four> = {
  recency: [1, 3, 5, 9],
  frequency: [2, 3, 4, 6],
  monetary: [10, 25, 40, 80],
};
const config = (retention: number): Config => ({
  version: 1,
  site: 'shop.example',
  revision: 1,
  privacy: { retention: `${retention}d` },
  rfm: {
    per: 'day',
    // seen on an evening, an order of n whole days ago is less than n + 1 days old
    recency: edges.recency.map((days) => `${days + 1}d`) as [string, string, string, string],
    frequency: edges.frequency,
    monetary: edges.monetary,
  },
  segments: [{ id: 'it', name: '', when: rfm }],
  experiences: [],
});

interface Act {
  visitor: string;
  hours: number;
  name: 'purchase' | 'page_view';
  value: number;
  order: string;
}
const acts = fc.array(
  fc.record<Act>({
    visitor: fc.constantFrom('anna', 'ben', 'carl'),
    hours: fc.integer({ min: 0, max: 24 * 14 - 1 }),
    name: fc.constantFrom('purchase', 'purchase', 'page_view'),
    value: fc.constantFrom(0, 5, 9.99, 20.01, 33),
    order: fc.constantFrom('', '', 'A1', 'A2', 'B7'),
  }),
  { maxLength: 40 },
);

/** A device's life: each event as it happens, and at the end what is too old is let go of and the rest read anew. */
function live(config: Config, events: Act[], now: number, retentionMs: number) {
  const program = compile(config);
  const profile = createProfile(program);
  let ledger: VisitorEvent[] = [];
  for (const { name, hours, value, order } of events) {
    const at = BEGIN * DAY_MS + hours * HOUR_MS;
    const props = name === 'purchase' ? { value, ...(order && { transaction_id: order }) } : { path: '/' };
    ledger.push(...record(program, profile, name, props, at));
  }
  ledger = ledger.filter(({ at }) => !(at < now - retentionMs));
  const fresh = rebuild(program, profile, [...program.nodes.keys()]);
  for (const event of ledger) fresh.fold(event);
  fresh.done();
  expect(missing(program, profile)).toEqual([]);
  return find(rfm, { program, profile, facts: {}, now }).figure;
}

test.each([3, 9, 400])('remembering %i days, on two evenings', (retention) => {
  fc.assert(
    fc.property(acts, fc.integer({ min: 0, max: 13 }), (all, before) => {
      // an order's number is one visitor's
      const lived = all
        .map((act) => ({ ...act, order: act.order && `${act.visitor}-${act.order}` }))
        .sort((a, b) => a.hours - b.hours);
      const stores = bySource(createOrders);
      const tally = createTally();
      const reader = createExportReader('events.jsonl', stores, tally, {
        latest: Infinity,
        map: {},
        event: 'purchase',
        value: 'value',
        toWall: undefined,
        parse: (line) => JSON.parse(line),
      });
      reader.push('{"visitor":"nobody","name":"page_view","at":1,"props":{}}\n');
      for (const { visitor, hours, name, value, order } of lived) {
        const at = BEGIN * DAY_MS + hours * HOUR_MS;
        const props = { value, ...(order && { transaction_id: order }) };
        reader.push(`${JSON.stringify({ visitor, name, at, props })}\n`);
      }
      reader.end();
      expect(tally.refused).toEqual({});
      const until = BEGIN + 13;
      const evenings: [number, number] = [until - before, until];
      const both = holdOrders(stores.own.settle(), { evenings, retentionMs: retention * DAY_MS });
      both.forEach((held, i) => {
        const now = (evenings[i]! + 1) * DAY_MS - 1;
        const found: unknown[] = [];
        for (let i = 0; i < held.count; i++)
          found.push({
            recency: classOfRecency(held.recency[i]!, edges.recency),
            frequency: classOf(held.frequency[i]!, edges.frequency),
            monetary: classOf(held.monetary[i]!, edges.monetary),
          });
        const expected = ['anna', 'ben', 'carl'].flatMap((visitor) => {
          const own = lived.filter(
            (act) => act.visitor === visitor && BEGIN * DAY_MS + act.hours * HOUR_MS <= now,
          );
          const figure = live(config(retention), own, now, retention * DAY_MS) as { frequency?: number };
          return figure.frequency === undefined ? [] : [figure];
        });
        const plain = (list: unknown[]) => list.map((one) => JSON.stringify(one)).sort();
        expect(plain(found)).toEqual(plain(expected));
      });
    }),
    { numRuns: draws(1500) },
  );
});
