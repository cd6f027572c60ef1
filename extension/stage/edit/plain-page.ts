// The page as the site serves it, while a preview is shown on it.

import type { PageChange } from '../../../shared/dom/claim.ts';
import { askAsBlocks } from '../../../shared/page/ask-as-block.ts';
import { listsAsBlocks } from '../../../shared/page/list-as-block.ts';
import { placeVariant } from '../../../shared/page/placements.ts';
import type { Preview } from '../page/preview.ts';

export interface PlainPage {
  /** Reads with what is shown of ours away for this one turn, and never painted so. */
  plainly<T>(read: () => T): T;
  /** The changes that are shown: the preview of one variant. */
  changes(): PageChange[];
}

export function createPlainPage(preview: Pick<Preview, 'borrow' | 'state'>): PlainPage {
  return {
    plainly(read) {
      if (!preview.state()) return read();
      preview.borrow([]);
      try {
        return read();
      } finally {
        preview.borrow(undefined);
      }
    },
    changes() {
      const config = preview.state()?.config;
      const [experience] = config?.experiences ?? [];
      const [variant] = experience?.variants ?? [];
      if (!config || !experience || !variant) return [];
      const asBlocks = listsAsBlocks(config, askAsBlocks(config, variant));
      return placeVariant(experience, asBlocks).placements.map(({ change }) => change);
    },
  };
}
