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

/** @returns what is to be run whenever the views show something else */
export function createKeepUp(
  page: Pick<Page, 'config' | 'ownDraft' | 'side'>,
  token: ReadonlySignal<string | undefined>,
  preview: ReadonlySignal<PreviewState | undefined>,
): () => void {
  let last: Shown | undefined;

  /** One that ended meanwhile stays ended. */
  async function replace(current: string, shown: Shown): Promise<void> {
    const state = await previewOf(current).read();
    if (state && token.value === current) await previewOf(current).write({ ...state, ...shown });
  }

  return () => {
    const before = last;
    const shown = findShown(page);
    last = shown;
    const [current, state] = [token.peek(), preview.peek()];
    if (!before || !shown || current === undefined || state?.side === undefined) return;
    if (JSON.stringify(before) !== JSON.stringify(shown)) void replace(current, shown);
  };
}
