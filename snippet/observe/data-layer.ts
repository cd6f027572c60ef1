// Reads what the page already tells its analytics: `dataLayer` in GA4's shapes, earlier entries too.
// Accepts `{ event, ecommerce: {…} }`, `{ event, …fields }` and gtag's arguments `["event", name, fields]`.
// https://developers.google.com/tag-platform/tag-manager/datalayer

import { inSlices, whenCalm } from '../idle.ts';
import { lookAgain } from '../look-again.ts';
import { createLayer, type Entry, type Fields, isObject } from './layer.ts';

/** @see https://developers.google.com/analytics/devguides/collection/ga4/reference/events */
const GA4 =
  /^((view|select)_(item|promotion)|view_(item_list|cart|search_results)|add_(to_(cart|wishlist)|(shipping|payment)_info)|remove_from_cart|begin_checkout|purchase|refund|search|login|sign_up|generate_lead|share)$/;

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
 * @param before entries that somebody has heard who does no more
 */
export function watchDataLayer(
  event: (name: string, fields: Fields) => void,
  consent: (command: string, states: Fields) => void,
  odd: () => void,
  before?: unknown[],
): void {
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
  const look = createLayer(hear, before);
  lookAgain((isLast) => {
    try {
      look();
    } finally {
      while (isLast && told < waiting.length) tellNext();
    }
  });
}
