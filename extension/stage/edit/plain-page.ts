// The page as the site serves it, while a preview is shown on it.

import type { PageChange } from '../../../shared/dom/claim.ts';
import { placeBlock } from '../../../shared/page/placements.ts';
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
    changes: () =>
      (preview.state()?.config.experiences[0]?.variants[0]?.changes ?? []).flatMap((change) =>
        change.kind === 'redirect' ? [] : [change.kind === 'block' ? placeBlock(change) : change],
      ),
  };
}
