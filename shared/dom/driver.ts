// What a kind must hear from whoever shows its changes: the first paint, the applier, a preview. Types only.
import type { ChangeOf } from '../schema/change.ts';
import type { Claim, Said } from './claim.ts';
import type { Wanted } from './wanted.ts';
import type { Root } from './wear.ts';

/** What an element wants that is to say this. */
export type WantText = (element: Element) => Wanted;

export interface Driver<Of extends Said> {
  /** What the page did since the last time. */
  records: MutationRecord[];
  /** Whether nodes in or beside this element may be edited now, for all that frameworks do (hydrate.ts). */
  isFree(element: Element): boolean;
  /** Whether a framework owns it: it may not be moved itself. */
  isOwned(element: Element): boolean;
  /** Hands our root of an element to one that the page has declared there (root.ts). @returns whether there is one */
  lendToDeclared(element: Element, root: ShadowRoot): boolean;
  /** Shows a text where there can be no root of ours (rootless.ts). */
  wantRootless(claim: Claim<Of>, element: Element, driver: Driver<Of>, inside: WantText): Wanted;
  /** Shows html there (html-rootless.ts). */
  wantHtmlRootless(claim: Claim<Of>, html: Element, nodes: Wanted, isFree: Driver<Of>['isFree']): Wanted;
  /** Shows a copy elsewhere of an element that is owned (copy.ts). */
  wantCopy(claim: Claim<Of>, change: ChangeOf<'move'>, to: Element, driver: Driver<Of>): Wanted;
  /** From now on it is looked at when something changes in this root, too. */
  watch(root: Root): void;
  /** Looks at the page when something that had to be waited for is there. */
  later(): void;
}
