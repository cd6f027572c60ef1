// What specs find on a page's `window`, as types: the tag's API, what sites and consent tools have there, and what a
// spec leaves there itself to read it later.
//
// A name that one spec alone leaves is declared in that spec, in the same way.

import type {} from '../../package/global.ts';

declare global {
  interface Window {
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
