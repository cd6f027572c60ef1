// Where the items of a new list come from: what the draft's file of items can fill. Pure.

import { openItems } from '../../../../shared/items/open-items.ts';
import { unpackItems } from '../../../../shared/items/unpack-items.ts';
import { hasSource, type Source } from '../../../../shared/lists/has-source.ts';

/** Where nobody knows what is in the file. */
const USUAL: Source[] = ['similar', 'trending'];
/** What fits what the visitor does here stands before what all want. */
const CHOICES: Source[][] = [['similar', 'together'], ['trending']];

/** @param text of the file, where it is kept here */
export function firstSources(text: string | undefined): Source[] {
  const items = text === undefined ? undefined : openItems(unpackItems(text));
  if (!items) return USUAL;
  const found = CHOICES.flatMap((all) => all.find((source) => hasSource(items, source)) ?? []);
  return found.length > 0 ? found : USUAL;
}
