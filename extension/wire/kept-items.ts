// Files of items that lie beside the tag, kept for a site with its draft: Publish carries the one that the draft names, and a
// preview reads it.

import * as z from 'zod/mini';
import { type Stored, stored } from './stored.ts';

const ItemsText = z.object({ name: z.string(), text: z.string() });
export type ItemsText = z.infer<typeof ItemsText>;

/** @param origin of the site */
export const keptItems = (origin: string): Stored<ItemsText[]> =>
  stored(`items:${origin}`, 1, z.array(ItemsText));
