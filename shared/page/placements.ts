// The changes of a variant as the applier takes them, for the tag, the preview and the checks.

import type { Asked } from '../dom/block/asked.ts';
import type { PageChange, Placement } from '../dom/claim.ts';
import type { ChangeOf, Position } from '../schema/change.ts';
import type { Experience, Variant } from '../schema/experience.ts';
import type { Target } from '../schema/target.ts';
import type { PlaceableVariant } from './ask-as-block.ts';

interface Placed {
  placements: Placement[];
  /** These are no change of this page: they leave it. */
  redirects: { index: number; url: string }[];
}

/** A block with its target and position, as all that is put in has: what lies over the page is put into its body. */
export const placeBlock = <B extends ChangeOf<'block'> | Asked>(
  block: B,
): B & { target: Target; position: Position } => ({
  target: { css: 'body' },
  position: 'first',
  ...block,
  ...(typeof block.place === 'object' ? block.place : {}),
});

/** @param dry of a holdout: what the variant would have changed is found and left as it is */
export function placeVariant(
  { id: experience }: Experience,
  { id, changes }: Pick<Variant | PlaceableVariant, 'id' | 'changes'>,
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
        // of a question that was not found nobody knows how to show it, which the applier tells
        change: change?.kind !== 'block' ? (change as PageChange) : placeBlock(change),
        ...(dry && { dry }),
      });
  });
  return placed;
}
