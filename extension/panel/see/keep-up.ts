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

/** @returns what is to be run whenever the views show something else, or another preview is on */
export function createKeepUp(
  page: Pick<Page, 'config' | 'ownDraft' | 'side'>,
  token: ReadonlySignal<string | undefined>,
): () => void {
  let last: { token: string | undefined; shown: Shown | undefined } | undefined;

  /** One that ended meanwhile stays ended; one of a variant that is edited is none of ours. */
  async function replace(current: string, shown: Shown): Promise<void> {
    const state = await previewOf(current).read();
    if (state?.side !== undefined && token.value === current)
      await previewOf(current).write({ ...state, ...shown });
  }

  return () => {
    const [current, shown] = [token.value, findShown(page)];
    const before = last;
    // a draft that cannot be shown for a moment leaves the preview as it is
    last = { token: current, shown: shown ?? (before?.token === current ? before?.shown : undefined) };
    if (current === undefined || !shown || before?.token !== current || !before.shown) return;
    if (JSON.stringify(before.shown) !== JSON.stringify(shown)) void replace(current, shown);
  };
}
