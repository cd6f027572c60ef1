// Turns what is said about a made-up visitor into a history, as if they had lived it: the engine records each act.
//
// Pure and without chance: the same person gives the same history. Visits are spread evenly from the first day to
// ten minutes ago; deeds fall into visits of their own time, the latest where none is late enough.

import type { VisitorEvent } from '../../../shared/engine/event.ts';
import { record } from '../../../shared/engine/fold.ts';
import { type Arrival, createProfile } from '../../../shared/engine/profile.ts';
import type { Facts } from '../../../shared/engine/view.ts';
import { readRules } from '../../../shared/page/read-rules.ts';
import type { Config } from '../../../shared/schema/config.ts';
import type { Props } from '../../../shared/schema/props.ts';
import type { Person } from './person.ts';

const DAY_MS = 864e5;
const SECOND_MS = 1000;
/** The present visit began so long ago. */
const HERE_SINCE_MS = 6e5;

export interface Life {
  events: VisitorEvent[];
  facts: Facts;
  /** ms that their clock is ahead of `now` */
  aheadMs: number;
}

const DEVICES: Record<Person['device'], Facts> = {
  phone: { device: 'phone', os: 'ios', browser: 'safari', 'viewport.width': 390, pointer: 'coarse' },
  tablet: { device: 'tablet', os: 'ios', browser: 'safari', 'viewport.width': 820, pointer: 'coarse' },
  desktop: { device: 'desktop', 'viewport.width': 1280, pointer: 'fine' },
};
/** The medium that GA4 gives a channel. */
const MEDIA: Record<string, string> = { email: 'email', paid: 'cpc', search: 'organic', social: 'social' };

export const arrivalOf = ({ channel, source }: Pick<Person, 'channel' | 'source'>): Arrival => ({
  source: source || channel,
  channel,
  ...(channel !== 'direct' && { medium: MEDIA[channel] ?? channel }),
  landing: '/',
});

/** `items.price`, "12" → { items: [{ price: 12 }] }; the outermost list is the only one sites use. */
export function makeProps(path: string, value: string): Props {
  if (!path) return {};
  const number = Number(value);
  const plain = value !== '' && Number.isFinite(number) ? number : value;
  const [first = '', ...rest] = path.split('.');
  if (rest.length === 0) return { [first]: first === 'topics' ? [plain] : plain };
  const inner = makeProps(rest.join('.'), value);
  return { [first]: first === 'items' ? [inner] : inner };
}

/** How far ahead the next such weekday and hour is; 0 for now. */
export function findAhead({ weekday, hour }: Pick<Person, 'weekday' | 'hour'>, now: number): number {
  if (!weekday) return 0;
  const at = new Date(now);
  at.setHours(hour, 0, 0, 0);
  while ((at.getDay() || 7) !== weekday || at.getTime() < now) at.setDate(at.getDate() + 1);
  return at.getTime() - now;
}

/** When each of their visits began, evenly; the last one is under way. */
function findStarts({ visits, firstSeenDays }: Person, now: number, last: number): number[] {
  if (visits <= 1) return [last];
  const first = now - Math.max(firstSeenDays, 0.1) * DAY_MS;
  return Array.from({ length: visits }, (_, index) => first + ((last - first) * index) / (visits - 1));
}

export function liveThrough(person: Person, config: Config, now: number): Life {
  const aheadMs = findAhead(person, now);
  const theirNow = now + aheadMs;
  const last = theirNow - HERE_SINCE_MS;
  const starts = findStarts(person, theirNow, last);
  const acts: { at: number; name: string; props: Props }[] = starts.map((at) => ({
    at,
    name: 'page_view',
    props: { path: '/', topics: [] },
  }));
  const taken = new Map<number, number>();
  const put = (name: string, props: Props, index: number, days: number) => {
    const fitting = starts.filter((at) => at > theirNow - days * DAY_MS);
    const start = fitting[index % Math.max(1, fitting.length)] ?? last;
    const order = (taken.get(start) ?? 0) + 1;
    taken.set(start, order);
    acts.push({ at: start + order * 5 * SECOND_MS, name, props });
  };
  for (const { event, path, value, times, days } of person.deeds)
    for (let index = 0; index < Math.min(times, 200); index++)
      put(event, makeProps(path, value), index, days);
  const orders = person.spent > 0 ? Math.max(1, person.orders) : person.orders;
  for (let index = 0; index < orders; index++)
    put(
      config.rfm?.event ?? 'purchase',
      {
        transaction_id: `${person.id}-${index}`,
        [config.rfm?.value ?? 'value']: person.spent / orders,
      },
      index,
      person.firstSeenDays + 1,
    );
  // what they did is the same whatever is asked about it
  const program = readRules({ ...config, experiences: [], segments: [] });
  const profile = createProfile(program);
  const arrival = arrivalOf(person);
  const events = acts
    .sort((a, b) => a.at - b.at)
    .flatMap(({ at, name, props }) => record(program, profile, name, props, at, arrival));
  return { events, facts: DEVICES[person.device], aheadMs };
}
