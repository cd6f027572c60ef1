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
/** The answer on file; `own` is `granted` with the mark. */
export type OnFile = StoredConsent | 'own' | 'denied';

export const isGranted = (file: OnFile | undefined): boolean => file === 'granted' || file === 'own';

export const isSameGrant = (one: Grant, other: Grant | undefined): boolean =>
  one.consent === other?.consent && !one.isOwn === !other.isOwn;

/** What the visitor said in another tab outweighs what this one was told by the owner. */
export const mergeGrants = (mine: Grant | undefined, stored: Grant | undefined): Grant =>
  mine && stored?.consent !== 'granted' ? mine : { consent: 'granted', isOwn: mine?.isOwn || stored?.isOwn };
