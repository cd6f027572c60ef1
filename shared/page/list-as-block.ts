// The lists of a variant that show recommended items: what is placed of each is a block of its own shape, before the list.

import type { PlacedList } from '../dom/block/placed-list.ts';
import { IN_PAGES } from '../items/item-row.ts';
import type { Config } from '../schema/config.ts';
import type { PlaceableVariant } from './ask-as-block.ts';

/** Where items are known from: the name of a file, or their pages. Of a config in a page nothing is sure. */
export function knownFrom(items: unknown): string | undefined {
  const { file, pages }: { file?: unknown; pages?: unknown } = Object(items);
  return typeof file === 'string' ? file : pages === true ? IN_PAGES : undefined;
}

/**
 * @param isOff whether the visitor wants none of them
 * @returns as it is, where nothing is known of items: then nobody knows how to show it
 */
export function listsAsBlocks<V extends Pick<PlaceableVariant, 'changes'>>(
  { items }: Pick<Config, 'items'>,
  variant: V,
  isOff = false,
): V {
  const file = knownFrom(items);
  if (file === undefined) return variant;
  const changes = [variant.changes ?? []].flat().map((change) => {
    if (change?.kind !== 'recommend') return change;
    const { target } = change;
    return {
      kind: 'block',
      shape: 'list',
      target,
      position: 'before',
      list: change,
      file,
      ...(isOff && { isOff }),
    } satisfies PlacedList;
  });
  return { ...variant, changes };
}
