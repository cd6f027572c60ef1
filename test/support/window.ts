// What specs find on a page's `window`, as types: the tag's API, what sites and consent tools have there, and what a
// spec leaves there itself to read it later.
//
// A name that one spec alone leaves is declared in that spec, in the same way.

import type { Details, EventType } from '../../snippet/events.ts';
import type { exportAll } from '../../snippet/export.ts';
import type { Api } from '../../snippet/public.ts';

/** What `selvedge.export()` answers; pages see it as an object. */
export type Exported = Awaited<ReturnType<typeof exportAll>>;

/** `window.selvedge` of a page with the tag; `q` is the queue that an async tag leaves in front of it. */
export interface PageApi extends Omit<Api, 'export'> {
  export(): Promise<Exported>;
  q: { push(...calls: [name: string, ...given: unknown[]][]): unknown };
}

type TagEvents = { [Type in EventType as `selvedge:${Type}`]: CustomEvent<Details[Type]> };

declare global {
  interface DocumentEventMap extends TagEvents {}

  interface Window {
    selvedge: PageApi;
    dataLayer: unknown[];
    gtag(...given: unknown[]): void;

    /** What test/support leaves there for itself, under a symbol that no page looks for. */
    [hook: symbol]: ((...given: unknown[]) => unknown) | undefined;

    /** Set by config that was run as code: must never be there. */
    pwned?: unknown;
    owned?: unknown;
    hacked?: unknown;
    /** What the page heard, was told or warned of, in order. */
    heard: unknown[];
    told: unknown[];
    said: unknown[];
    warned: unknown[];
    /** The document is the one that it was. */
    isSame?: boolean;
  }
}
