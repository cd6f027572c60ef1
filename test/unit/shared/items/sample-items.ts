// The JSON of a file of items, from rows of ranks.

import type { ItemsFile } from '../../../../shared/items/items-file.ts';
import { packRows } from '../../../../shared/items/pack-items.ts';

type More = Partial<Omit<ItemsFile, 'together'>> & { together?: number[][] };

/** @param similar of each item the ranks of its neighbours, the nearest first */
export const itemsText = (ids: string[], similar: number[][], { together, ...more }: More = {}): string =>
  JSON.stringify({
    version: 1,
    made: '2026-11-28',
    ids,
    rows: packRows(similar),
    ...(together && { together: packRows(together) }),
    ...more,
  });
