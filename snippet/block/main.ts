// What draws blocks, in one file beside the tag that is fetched when one is to be shown. What becomes of a block it tells
// the tag as a page does, and as a page it asks what is remembered: so the tag itself knows nothing of blocks.

import type { Draw } from '../../shared/dom/block/draw.ts';
import { createDraw } from '../../shared/dom/block/draw-block.ts';
import type { Remembered } from '../../shared/dom/block/may-show.ts';
import type { PlacedBlock } from '../../shared/dom/block/placed-block.ts';
import type { Api } from '../public.ts';

const findTag = (): Partial<Api> => {
  const { selvedge }: { selvedge?: Partial<Api> } = Object(window);
  return Object(selvedge);
};

export const draw: Draw<PlacedBlock> = createDraw({
  tell: (event, experience) => void findTag().track?.(event, { experience }),
  recall: async () => (await findTag().export?.()) as Remembered | undefined,
});
