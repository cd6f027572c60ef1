// What allows a visitor to be remembered, as it is kept with what is remembered: who gave it, and so what it outweighs.

/** `granted` was said by the visitor, `implied` by the owner's config. */
export type StoredConsent = 'granted' | 'implied';

export interface Grant {
  consent: StoredConsent;
  /**
   * The visitor gave it to this site itself (`consent()`, the mirror), not to a consent tool: only that outweighs GPC and
   * US opt-outs. Files without the mark say nothing of the kind.
   */
  isOwn?: boolean | undefined;
}
/** All that is kept of somebody who refused. */
export interface Denial {
  consent: 'denied';
  /** It was said by the visitor or to this site; else by a consent tool, which can take it back. */
  isOwn?: boolean | undefined;
}
/** The answer on file; empty where there is none. */
export type OnFile = Grant | Denial | { consent?: undefined; isOwn?: undefined };

export const isSameGrant = (one: Grant, other: Grant | undefined): boolean =>
  one.consent === other?.consent && !one.isOwn === !other.isOwn;

/** What the visitor said in another tab outweighs what this one was told by the owner. */
export const mergeGrants = (mine: Grant, stored: Grant | undefined): Grant =>
  stored?.consent === 'granted' ? { consent: 'granted', isOwn: mine.isOwn || stored.isOwn } : mine;
