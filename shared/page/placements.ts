// The changes of a variant as the applier takes them, for the tag, the preview and the checks.

import type { PlacedBlock } from '../dom/block/placed-block.ts';
import type { Placement } from '../dom/claim.ts';
import type { ChangeOf } from '../schema/change.ts';
import type { Experience, Variant } from '../schema/experience.ts';

interface Placed {
  placements: Placement[];
  /** These are no change of this page: they leave it. */
  redirects: { index: number; url: string }[];
}

/** A block with its target and position, as all that is put in has: what lies over the page is put into its body. */
export const placeBlock = (block: ChangeOf<'block'>): PlacedBlock => ({
  target: { css: 'body' },
  position: 'first',
  ...block,
  ...(typeof block.place === 'object' ? block.place : {}),
});

/** @param dry of a holdout: what the variant would have changed is found and left as it is */
export function placeVariant(
  { id: experience }: Experience,
  { id, changes }: Variant,
  dry?: boolean,
): Placed {
  const placed: Placed = { placements: [], redirects: [] };
  // a list, or what a config says instead: the applier tells what it cannot read
  [changes ?? []].flat().forEach((change, index) => {
    if (change?.kind === 'redirect') placed.redirects.push({ index, url: change.url });
    else
      placed.placements.push({
        experience,
        variant: id,
        index,
        change: change?.kind !== 'block' ? change : placeBlock(change),
        ...(dry && { dry }),
      });
  });
  return placed;
}
