// Which side of an experience a visitor is on, and what a history can have shown them of it.

import { armOfVariant, HOLDOUT, ON } from '../../shared/engine/arms.ts';
import { chooseByWeight } from '../../shared/engine/choose-by-weight.ts';
import { groupsOf } from '../../shared/engine/groups-of.ts';
import { place } from '../../shared/engine/place.ts';
import type { Experience } from '../../shared/schema/experience.ts';

/**
 * `holdout`, else `variant:ID` where a group is split by weight, else `on`. Drawn before and apart from all that a visitor
 * did: neither segment, trigger nor frequency has a say.
 */
export function armOf(
  { id, holdout = 0, variants }: Pick<Experience, 'id' | 'holdout' | 'variants'>,
  seed: string,
): string {
  if (place(seed, `${id}/holdout`) < holdout) return HOLDOUT;
  const split = groupsOf(variants).find((group) => group.length > 1) ?? [];
  const chosen = chooseByWeight(split, place(seed, id));
  return chosen ? armOfVariant(chosen.id) : ON;
}

/** From 1; 0 where it is of none. @param segment of what was shown, or would have been */
export const groupOf = ({ variants }: Pick<Experience, 'variants'>, segment: unknown): number =>
  groupsOf(variants).findIndex((group) => group[0]?.segment === segment) + 1;

/** Whether this exposure led away from its page, which was then left before anybody could be counted on it. */
export const isRedirect = ({ variants }: Pick<Experience, 'variants'>, variant: unknown): boolean =>
  variants.some(({ id, changes }) => id === variant && changes.some(({ kind }) => kind === 'redirect'));
