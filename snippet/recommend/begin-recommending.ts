// Recommending, where this tag holds it.

import type { PlaceableVariant } from '../../shared/page/ask-as-block.ts';
import type { Config } from '../../shared/schema/config.ts';
import type { Variant } from '../../shared/schema/experience.ts';
import type { Begun } from '../begun.ts';
import { loadBeside } from '../beside.ts';
import { idle } from '../idle.ts';
import { needed } from '../needed.ts';
import type { Lent } from './keeping.ts';
import { lent } from './lent.ts';
import type { Late, Serve } from './suggesting.ts';

/** Finds the lists of a variant that show recommended items. */
export const findLists = <V extends Variant | PlaceableVariant>(
  config: Pick<Config, 'items'>,
  variant: V,
  read: (kind: 'trait', name: string) => unknown,
): V => (needed.suggesting?.place(config, variant as PlaceableVariant, read) as V | undefined) ?? variant;

const load = async (file: string): Promise<unknown> =>
  ((await loadBeside(file)) as { begin(given: typeof lent): unknown }).begin(lent);

/** Loads what draws one; undefined where it is none. */
export function loadList(block: { shape: string }): Promise<unknown> | undefined {
  const file = needed.suggesting?.file(block);
  return file === undefined ? undefined : load(file);
}

/** What came too late on this page. */
export const createLate = (): Late | undefined => needed.suggesting?.createLate();

/** Lets a page ask for items. */
export const serveSuggestions: Serve = (...given) =>
  needed.suggesting?.createServe(load, needed.rows)(...given);

/** Files lists for the next page's first paint, too. */
export const fileListsBy = (
  fileLines: NonNullable<Begun['fileLines']>,
  readFile: Lent['readFile'],
): NonNullable<Begun['fileLines']> =>
  needed.suggesting?.filing(fileLines, { readFile, idle, load }) ?? fileLines;
