// The questions of a variant, found in the config: what is placed of them is a block of its own shape.

import type { Asked } from '../dom/block/asked.ts';
import type { Change } from '../schema/change.ts';
import type { Config } from '../schema/config.ts';
import type { Variant } from '../schema/experience.ts';

/** A change as it is placed: its question is found. */
export type Placeable = Exclude<Change, { kind: 'ask' }> | Asked;
/** A variant whose questions are found. */
export type PlaceableVariant = Omit<Variant, 'changes'> & { changes: Placeable[] };

/** @returns as it is, where it asks nothing or for a question that is not there: then nobody knows how to show it */
export function askAsBlock({ questions }: Pick<Config, 'questions'>, change: Change): Placeable {
  // of a config in a page nothing is sure
  if (change?.kind === 'ask') {
    const question = [questions ?? []].flat().find((one) => one?.id === change.question);
    if (question)
      // over the page it is read after all of it, and reached by keys last
      return {
        kind: 'block',
        shape: 'question',
        place: change.place ?? 'corner',
        position: 'last',
        question,
      };
  }
  return change as Placeable;
}

export const askAsBlocks = (config: Pick<Config, 'questions'>, variant: Variant): PlaceableVariant => ({
  ...variant,
  changes: [variant.changes ?? []].flat().map((change) => askAsBlock(config, change)),
});
