// Reads what the page already tells its analytics: `dataLayer` in GA4's shapes, earlier entries too.
// Accepts `{ event, ecommerce: {…} }`, `{ event, …fields }` and gtag's arguments `["event", name, fields]`.
// https://developers.google.com/tag-platform/tag-manager/datalayer
//
// The array is the page's: it may come late, be another one, be cut short by a tag manager (Google's keeps 300
// entries), be frozen, or hold what throws when it is read. An entry is known by itself, not by its place.

import { inSlices, whenCalm } from '../idle.ts';
import { lookAgain } from '../look-again.ts';
import { apply, quiet } from '../native.ts';

/** @see https://developers.google.com/analytics/devguides/collection/ga4/reference/events */
const GA4 =
  /^((view|select)_(item|promotion)|view_(item_list|cart|search_results)|add_(to_(cart|wishlist)|(shipping|payment)_info)|remove_from_cart|begin_checkout|purchase|refund|search|login|sign_up|generate_lead|share)$/;

type Fields = Record<string, unknown>;
type Entry = Fields & { 0?: unknown; 1?: unknown; 2?: unknown };

const isObject = (value: unknown): value is Entry => !!value && typeof value === 'object';
const fieldsOf = (value: unknown): Fields => (isObject(value) ? value : {});

/** The GA4 event that an entry is, with its fields as given. */
function readEvent(entry: Entry): [name: string, fields: Fields] | undefined {
  const isCommand = entry[0] === 'event';
  const name = isCommand ? entry[1] : entry.event;
  if (typeof name !== 'string' || !GA4.test(name)) return undefined;
  if (isCommand) return [name, fieldsOf(entry[2])];
  const { event: _event, ecommerce, ...rest } = entry;
  return [name, { ...rest, ...fieldsOf(ecommerce) }];
}

/** So many things (an event, each of its items) are read at once, well below what a paint waits for; the rest later. */
const AT_ONCE = 400;
const weigh = (entry: Entry): number => {
  const { items } = fieldsOf(entry.ecommerce ?? entry[2] ?? entry);
  return 1 + (Array.isArray(items) ? items.length : 0);
};

/**
 * Of what comes together, what is said of consent is told first.
 *
 * @param event called for each GA4 event with its fields as given
 * @param consent called for each Consent Mode command: `('default' | 'update', { personalization_storage?, … })`
 * @param odd called for each entry that cannot be read
 */
export function watchDataLayer(
  event: (name: string, fields: Fields) => void,
  consent: (command: string, states: Fields) => void,
  odd: () => void,
): void {
  /** What was read, in whatever array it stands. */
  const known = new WeakSet<object>();
  const wrapped = new WeakSet<object>();
  /** What was read in this task: who wraps our `push` may call it twice, but a page may push one object again later. */
  let fresh: unknown[] = [];
  const each = (entries: Entry[], read: (entry: Entry) => void) => {
    for (let i = 0; i < entries.length; i++)
      try {
        read(entries[i] as Entry);
      } catch {
        odd();
      }
  };
  const tell = (entry: Entry) => {
    const said = readEvent(entry);
    if (said) event(...said);
  };
  /** What has to wait until the page rests, and all that comes after it, in order; `told` of them are done. */
  const waiting: Entry[] = [];
  let told = 0;
  let weight = 0;
  let isCalm = false;
  const tellNext = () => {
    const next = waiting[told++];
    if (next) each([next], tell);
  };
  void whenCalm(async () => {
    // what comes meanwhile joins the end
    await inSlices(waiting, tellNext);
    isCalm = true;
  });
  const hear = (entries: Entry[]) => {
    each(entries, (entry) => {
      if (entry[0] === 'consent') consent(String(entry[1]), fieldsOf(entry[2]));
    });
    each(entries, (entry) => {
      weight += weigh(entry);
      if (isCalm || weight <= AT_ONCE) tell(entry);
      else waiting.push(entry);
    });
  };
  const take = (entries: unknown[], isKnown: (entry: Entry) => boolean) => {
    const news: Entry[] = [];
    for (let i = 0; i < entries.length; i++) {
      const entry = entries[i];
      if (!isObject(entry) || isKnown(entry)) continue;
      known.add(entry);
      news.push(entry);
    }
    if (news[0]) hear(news);
  };
  const pushed = quiet((entries: unknown[]) => {
    if (!fresh[0])
      queueMicrotask(() => {
        fresh = [];
      });
    take(entries, (entry) => fresh.includes(entry) || !fresh.push(entry));
  });
  /** Hears what is pushed from now on; where the page forbids it, looking again has to do. */
  const wrap = quiet((layer: unknown[]) => {
    wrapped.add(layer);
    const { push } = layer;
    if (typeof push !== 'function' || !Object.isExtensible(layer)) return;
    const value = function (this: unknown, ...entries: unknown[]): unknown {
      const answer: unknown = apply(push, this, entries);
      pushed(entries);
      return answer;
    };
    const own = Object.getOwnPropertyDescriptor(layer, 'push');
    // not by assignment: a frozen Array.prototype forbids that
    if (own?.configurable ?? true)
      Object.defineProperty(layer, 'push', { value, configurable: true, enumerable: true, writable: true });
    else if (own?.writable) layer.push = value as typeof push;
  });
  let layer: unknown[] = [];
  let length = 0;
  let last: unknown;
  const look = () => {
    const { dataLayer: found }: { dataLayer?: unknown } = Object(window);
    if (!Array.isArray(found) || (found === layer && found.length === length && found[length - 1] === last))
      return;
    if (!wrapped.has(found)) wrap(found);
    layer = found;
    length = found.length;
    last = found[length - 1];
    take(found, (entry) => known.has(entry));
  };
  lookAgain((isLast) => {
    try {
      look();
    } finally {
      while (isLast && told < waiting.length) tellNext();
    }
  });
}
