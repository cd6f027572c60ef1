// What visitors did, out of events as JSON lines: our own as they are, GA4's as the tag would have remembered them.

import { readPath, readQuery } from '../engine/address.ts';
import { dig } from '../engine/dig.ts';
import { isEvent, type VisitorEvent } from '../engine/event.ts';
import { matchesPages } from '../engine/pattern.ts';
import type { Config } from '../schema/config.ts';
import type { Props } from '../schema/props.ts';
import { EVENT_FIELDS, GA4_EVENTS } from './column-names.ts';
import { DAY_MS } from './day.ts';
import type { EventStore } from './events.ts';
import { readInstant } from './read-instant.ts';
import type { Outcome } from './tally-rows.ts';
import { textOf } from './text-of.ts';

type Line = Record<string, unknown>;
type Happened = Pick<VisitorEvent, 'name' | 'props'>;

/** Says of a line why it was not read; undefined where it was. */
export interface VisitReader {
  take(line: Line, isGa4: boolean): Outcome | undefined;
}

export interface VisitOptions {
  /** what pages are about, and which are named */
  config: Pick<Config, 'topics' | 'capture'>;
  toWall: ((instant: number) => number) | undefined;
  /** no event is of a later time, in ms */
  latest: number;
}

/** @see https://support.google.com/analytics/answer/7029846 "event_params" */
function paramsOf(line: Line): Props {
  const { event_params: list } = line;
  const props: Props = {};
  for (const param of Array.isArray(list) ? list : []) {
    const { key, value }: { key?: unknown; value?: Line } = Object(param);
    const found = ['string_value', 'int_value', 'double_value', 'float_value']
      .map((type) => value?.[type])
      .find((one) => one !== null && one !== undefined);
    if (typeof key !== 'string' || found === undefined) continue;
    // BigQuery writes whole numbers as texts
    const number = Number(found);
    props[key] = value?.string_value == null && Number.isFinite(number) ? number : `${found}`;
  }
  return props;
}

/** As shared/page/page-view.ts remembers a view. */
function viewsOf(location: unknown, { topics = [], capture = [] }: VisitOptions['config']): Happened[] {
  if (!URL.canParse(`${location}`)) return [{ name: 'page_view', props: { path: '' } }];
  const url = new URL(`${location}`);
  const q = new URLSearchParams(readQuery(url)).get('q') ?? '';
  const own = topics.filter(({ pages }) => matchesPages(pages, url)).map(({ topic }) => topic);
  return [
    { name: 'page_view', props: { path: readPath(url), topics: own } },
    ...capture
      .filter((rule) => rule.kind === 'page' && matchesPages(rule.pages, url))
      .map(({ event, props = {} }) => ({ name: event, props })),
    ...(q ? [{ name: 'search', props: { term: q } }] : []),
  ];
}

function ga4Events(line: Line, config: VisitOptions['config']): Happened[] {
  const name = textOf(line[EVENT_FIELDS.ga4.name]);
  const params = paramsOf(line);
  const engaged = Number(params.engagement_time_msec) / 1e3;
  const before: Happened[] = engaged > 0 ? [{ name: 'engagement', props: { seconds: engaged } }] : [];
  if (name === 'page_view') return [...before, ...viewsOf(params.page_location, config)];
  if (name === GA4_EVENTS.begins) return [{ name: 'visit_start', props: {} }];
  if (name === 'scroll')
    return [...before, { name, props: { share: (Number(params.percent_scrolled) || 90) / 100 } }];
  if (name === 'view_search_results')
    return [...before, { name: 'search', props: { term: params.search_term ?? '' } }];
  if (!name || GA4_EVENTS.own.includes(name)) return before;
  const order = textOf(dig(line, 'ecommerce.transaction_id'));
  const worth = Number(dig(line, 'ecommerce.purchase_revenue') ?? Number.NaN);
  return [
    ...before,
    {
      name,
      props: {
        ...(order && { transaction_id: order }),
        ...(Number.isFinite(worth) && { value: worth }),
        ...(Array.isArray(line.items) && { items: line.items }),
        ...params,
      },
    },
  ];
}

export function createVisitReader(store: EventStore, { config, toWall, latest }: VisitOptions): VisitReader {
  const dayOf = (at: number) => Math.floor((toWall ? toWall(at) : at) / DAY_MS);
  return {
    take(line, isGa4) {
      const visitor = textOf(line[isGa4 ? EVENT_FIELDS.ga4.buyer : EVENT_FIELDS.own.buyer]);
      if (!visitor) return 'no buyer';
      const at = isGa4
        ? Number(textOf(line[EVENT_FIELDS.ga4.at]) || Number.NaN) / 1e3
        : readInstant(line[EVENT_FIELDS.own.at]);
      if (!(at > 0)) return 'no readable date';
      if (at > latest) return 'a date to come';
      const { name, props = {}, day } = line;
      const happened = isGa4 ? ga4Events(line, config) : [{ name, props } as Happened];
      for (const one of happened) {
        const event = { ...one, at, day: typeof day === 'number' && !isGa4 ? day : dayOf(at) };
        if (!isEvent(event)) return 'no JSON';
        store.add(visitor, event);
      }
      return undefined;
    },
  };
}
