// Reads what the page already tells its analytics: `dataLayer` in GA4's shapes, earlier entries too.
// Accepts `{ event, ecommerce: {…} }`, `{ event, …fields }` and gtag's arguments `["event", name, fields]`.

import type { Props } from '../../shared/schema/props.ts';
import { listen } from '../native.ts';

const GA4 =
  /^((view|select)_(item|promotion)|view_(item_list|cart|search_results)|add_(to_(cart|wishlist)|(shipping|payment)_info)|remove_from_cart|begin_checkout|purchase|refund|search|login|sign_up|generate_lead|share)$/;

type Entry = Record<string, unknown> & { length?: number; 0?: unknown; 1?: unknown; 2?: unknown };

/**
 * The array may come later than the tag, and making it ourselves would add a global: so it is looked for
 * whenever the document gets further, and everything in it that was not read yet is read.
 *
 * @param event called for each GA4 event with its fields as given
 * @param consent called for each Consent Mode command: `('default' | 'update', { personalization_storage?, … })`
 */
export function watchDataLayer(
  event: (name: string, fields: Record<string, unknown>) => void,
  consent: (command: string, states: Record<string, unknown>) => void,
): void {
  const read = (entry: Entry) => {
    if (!entry || typeof entry !== 'object') return;
    const [command, name, fields] = [entry[0], entry[1], entry[2] as Props];
    if (command === 'consent') consent(String(name), fields ?? {});
    else if (command === 'event' && GA4.test(String(name))) event(String(name), fields ?? {});
    else if (typeof entry.event === 'string' && GA4.test(entry.event)) {
      const { event: type, ecommerce, ...rest } = entry;
      event(String(type), { ...rest, ...(ecommerce as object) });
    }
  };
  let layer: Entry[] | undefined;
  let seen = 0;
  const look = () => {
    const found = (window as { dataLayer?: unknown }).dataLayer;
    if (!Array.isArray(found)) return;
    if (found !== layer) {
      layer = found;
      seen = 0;
      const push = found.push;
      found.push = function (...entries: Entry[]) {
        const length = push.apply(this, entries);
        look();
        return length;
      };
    }
    // tag managers cut a long array short
    for (seen = Math.min(seen, found.length); seen < found.length; ) read(found[seen++]);
  };
  look();
  listen(document, 'readystatechange click visibilitychange', look);
}
