// A preview shows what the views show, also when that changes: an edit, an undo, another side. Only a change counts:
// two panels that show different things would take turns for ever.

import type { ReadonlySignal } from '@preact/signals';
import { type PreviewState, previewOf } from '../../wire/preview-state.ts';
import type { Page } from '../site/page.ts';

/** Of a preview's state what the views decide. */
export type Shown = Pick<PreviewState, 'config' | 'drafts' | 'side'>;

/** Nothing, while it is not known yet. */
export function findShown({
  config,
  ownDraft,
  side,
}: Pick<Page, 'config' | 'ownDraft' | 'side'>): Shown | undefined {
  const found = config.value;
  if (!found || !ownDraft.value.isRead.value) return undefined;
  return { config: found.config, drafts: side.value !== 'live', side: side.value };
}

interface Last extends Pick<PreviewState, 'side'> {
  token: string | undefined;
  shown: Shown | undefined;
}

/**
 * @param end ends the preview that is on
 * @returns what is to be run whenever the views show something else, or another preview is on
 */
export function createKeepUp(
  page: Pick<Page, 'config' | 'look' | 'ownDraft' | 'side'>,
  token: ReadonlySignal<string | undefined>,
  end: () => Promise<void>,
): () => void {
  let last: Last | undefined;

  /** One that ended meanwhile stays ended; one of a variant that is edited is none of ours. */
  async function replace(current: string, shown: Shown | undefined): Promise<void> {
    let isOurs = false;
    await previewOf(current).update((state) => {
      if (state?.side === undefined || token.value !== current) return undefined;
      isOurs = true;
      return shown && { ...state, ...shown };
    });
    if (isOurs && !shown) await end();
  }

  return () => {
    const [current, shown, side] = [token.value, findShown(page), page.side.value];
    // what is there on a page that is still looked at is not known
    if (!page.look.value) return;
    const before = last?.token === current ? last : undefined;
    // a draft that cannot be shown for a moment leaves the preview as it is
    last = { token: current, shown: shown ?? before?.shown, side };
    if (current === undefined || !before?.shown) return;
    // where there is nothing, as on a site without the tag, there is nothing to preview
    if (!shown && side !== before.side) void replace(current, undefined);
    else if (shown && JSON.stringify(before.shown) !== JSON.stringify(shown)) void replace(current, shown);
  };
}
