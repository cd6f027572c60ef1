// What is told to the site's own analytics, and how an adapter says it: as a call of a function that the page has.

import type { Tell } from '../../shared/schema/measure.ts';

/** An experience that a visitor was given something of. */
export interface Given {
  id: string;
  /** the variant's id, or `holdout` */
  arm: string;
  outcome: 'variant' | 'original' | 'holdout';
  variant?: string | undefined;
  segment?: string | undefined;
  round: number;
}

export interface Told {
  /** missing: an exposure, of the one experience */
  goal?: string;
  /** Only where the entry says `values`. */
  value?: number;
  currency?: string;
  experiences: Given[];
}

/** A function of the page by its path from `window`, such as `umami.track`, and what it is given. */
export type Call = [path: string, ...given: unknown[]];

/** Pure: it calls nothing. @param hosts those that the config lists */
export type Adapter = (told: Told, entry: Tell, hosts: readonly string[]) => Call[];

export type Ways = { [to: string]: Adapter | undefined };

/** What a goal is worth, where that is told. */
export const valueIn = ({ value }: Told): { value?: number } => (value === undefined ? {} : { value });

/** The same with its currency. */
export const worthIn = (told: Told): { value?: number; currency?: string } => ({
  ...valueIn(told),
  ...(told.value !== undefined && told.currency !== undefined && { currency: told.currency }),
});
