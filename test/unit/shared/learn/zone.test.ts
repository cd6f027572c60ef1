// `--zone` says whose days count, of visits and items as of orders: the last day that is learned from ends at its midnight,
// also where a clock is put forward or back that night.
import { describe, expect, test } from 'vitest';
import type { ReadOptions } from '../../../../shared/learn/export-file.ts';
import { learnIntent, openVisits } from '../../../../shared/learn/intent/learn-intent.ts';
import { createItemStore } from '../../../../shared/learn/items/item-store.ts';
import { createLogReader } from '../../../../shared/learn/items/read-log.ts';
import { splitRuns } from '../../../../shared/learn/items/test-rows.ts';
import { createOrders } from '../../../../shared/learn/orders.ts';
import { createEventReader } from '../../../../shared/learn/read-events.ts';
import { bySource } from '../../../../shared/learn/sources.ts';
import { spanOfEvents, spanOfItems } from '../../../../shared/learn/span.ts';
import { createTally } from '../../../../shared/learn/tally-rows.ts';
import { createWallClock } from '../../../../shared/learn/wall-clock.ts';
import type { Config } from '../../../../shared/schema/config.ts';

const config: Config = {
  version: 1,
  site: 'shop.example',
  revision: 1,
  goals: [{ id: 'order', name: 'Order', event: 'purchase' }],
  segments: [],
  experiences: [],
};

/** In Berlin the 29th of March 2026 has 23 hours, and the 25th of October 25. */
const NIGHTS: [
  until: string,
  zone: string | undefined,
  instants: string[],
  before: number,
  inTest: number,
][] = [
  // one before that midnight, one on the day after it, one after that day
  [
    '2026-03-28',
    'Europe/Berlin',
    ['2026-03-28T22:59Z', '2026-03-28T23:01Z', '2026-03-29T21:59Z', '2026-03-29T22:01Z'],
    1,
    2,
  ],
  [
    '2026-10-24',
    'Europe/Berlin',
    ['2026-10-24T21:59Z', '2026-10-24T22:01Z', '2026-10-25T22:59Z', '2026-10-25T23:01Z'],
    1,
    2,
  ],
  [
    '2026-03-28',
    'America/Los_Angeles',
    ['2026-03-29T06:59Z', '2026-03-29T07:01Z', '2026-03-30T06:59Z', '2026-03-30T07:01Z'],
    1,
    2,
  ],
  [
    '2026-03-28',
    undefined,
    ['2026-03-28T23:59Z', '2026-03-29T00:01Z', '2026-03-29T23:59Z', '2026-03-30T00:01Z'],
    1,
    2,
  ],
];
const optionsOf = (zone: string | undefined, more: Partial<ReadOptions> = {}): ReadOptions => ({
  map: {},
  event: 'purchase',
  value: 'value',
  toWall: zone === undefined ? undefined : createWallClock(zone),
  latest: Infinity,
  parse: JSON.parse,
  ...more,
});

describe.each(NIGHTS)('until %s in %s', (until, zone, instants, before, inTest) => {
  test('visits', () => {
    const { toWall } = optionsOf(zone);
    const { store, reader } = openVisits(config, undefined, { toWall, latest: Infinity });
    instants.forEach((at, i) => {
      reader!.take({ visitor: `v${i}`, name: 'page_view', at: Date.parse(at), props: { path: '/' } }, false);
    });
    // so much later that all of them have ended
    reader!.take(
      { visitor: 'last', name: 'page_view', at: Date.parse('2026-12-24T12:00Z'), props: { path: '/' } },
      false,
    );
    const events = store.settle();
    const { report } = learnIntent(events, { config, seed: 1, until, days: 1, toWall });
    expect(report.training.visits).toBe(before);
    expect(spanOfEvents(events, toWall).first * 864e5).toBe(Date.parse(until));
  });

  test.each(['a log', 'events'])('items of %s', (kind) => {
    const items = createItemStore();
    const tally = createTally();
    const options = optionsOf(zone, { items });
    const reader =
      kind === 'a log'
        ? createLogReader('access.log', tally, options)
        : createEventReader('events.jsonl', bySource(createOrders), tally, options);
    const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct'];
    instants.forEach((text, i) => {
      const at = Date.parse(text);
      const [, year, month, day, time] = /^(\d+)-(\d+)-(\d+)T([\d:]+)Z$/.exec(text)!;
      for (const item of ['a', 'b'])
        reader.splitter.push(
          kind === 'a log'
            ? `192.0.2.${i} - - [${day}/${MONTHS[+month! - 1]}/${year}:${time}:00 +0000] "GET /${item} HTTP/1.1" 200 1 "-" "Mozilla/5.0 (X11)"\n`
            : `${JSON.stringify({ visitor: `v${i}`, name: 'view_item', at, props: { items: [{ item_id: item }] } })}\n`,
        );
    });
    reader.splitter.end();
    reader.finish();
    const rows = items.settle();
    const split = splitRuns(rows.visits, until, 1);
    expect([split.before.count, split.after.count]).toEqual([before, inTest]);
    expect(spanOfItems(rows).last - spanOfItems(rows).first).toBe(2);
  });
});
