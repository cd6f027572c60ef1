// Draws a list of recommended items in a preview, whether it was in view or not. Where the page keeps its own cards, an author
// is told why, and what to do.

import type { BlockOptions, Draw } from '../../../shared/dom/block/draw.ts';
import type { PlacedList } from '../../../shared/dom/block/placed-list.ts';
import { type Choice, chooseItems } from '../../../shared/dom/recommend/choose-items.ts';
import { createDrawList } from '../../../shared/dom/recommend/draw-list.ts';
import { t } from '../../../shared/words/t.ts';
import { messageOf } from '../../wire/message-of.ts';
import type { Scene } from '../../wire/scene.ts';
import { hereOf, openPreviewItems, supposeLooks } from './preview-items.ts';
import { settleFrames } from './settle.ts';

/** @throws Error in plain words where there is nothing to show */
async function choose({ list, file }: PlacedList, scene: Scene | undefined): Promise<Choice> {
  const items = await openPreviewItems(file);
  const { as, view } = scene ?? {};
  const events = as?.kind === 'visitor' ? as.events : supposeLooks(items);
  const chosen = chooseItems(items, events, list, hereOf(items, view?.now ?? Date.now()));
  if (chosen.items.length > 0) return chosen;
  const isNamed = Array.from({ length: items.count }, (_, rank) => items.item(rank)).some(
    ({ name, url }) => name && url,
  );
  throw new Error(
    isNamed
      ? t`Too few items are found for this visitor, so the page keeps its own cards. Add a source, such as “Wanted by many now”, or lower “At least”`
      : t`No item of ${file} has a name and an address, so the page keeps its own cards. Learn it anew with a catalog`,
  );
}

/** Lists of which it is not known yet what they show. */
const drawing = new Set<Promise<void>>();

/** @param say is told why a list stays as it is, of which experience and which change, before it is a problem of theirs; '' first */
export const createPreviewList =
  (
    scene: () => Scene | undefined,
    say: (experience: string, change: number, why: string) => void,
  ): Draw<PlacedList> =>
  (block, edit, options: BlockOptions, later) => {
    const drawn = createDrawList(async (list) => {
      say(edit.experience, edit.index, '');
      try {
        return await choose(list, scene());
      } catch (error) {
        say(edit.experience, edit.index, messageOf(error));
        throw error;
      }
    })(block, edit, { ...options, isPreview: true }, later);
    drawing.add(drawn);
    return drawn.finally(() => drawing.delete(drawn));
  };

/** Waits until lists that were begun are seen, or are known to stay as they are. */
export async function settleLists(): Promise<void> {
  if (drawing.size === 0) return;
  await Promise.allSettled(drawing);
  await settleFrames();
}
