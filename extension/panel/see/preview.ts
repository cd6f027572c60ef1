// Starts, changes and ends the preview of the tab in front.
//
// The stored state is the one truth (wire/preview-state.ts): this writes it, the stage in the page follows it.

import { computed, effect, signal } from '@preact/signals';
import { t } from '../../../shared/words/t.ts';
import { hasSite, registerStage, unregisterStage } from '../../wire/browser.ts';
import { callStage } from '../../wire/calls.ts';
import { type As, createToken, hasPreview, type PreviewState, previewOf } from '../../wire/preview-state.ts';
import { sayError } from '../kit/say-error.ts';
import { whenOver } from '../kit/when-over.ts';
import { type Page, page } from '../site/page.ts';
import { inPageTurn } from '../site/page-turn.ts';
import { createKeepUp, findShown } from './keep-up.ts';

export function createPreview(page: Page) {
  const { look, memory, status, tab, takeStatus, wantedSide } = page;
  /** What the tab previews now; undefined when nothing. */
  const preview = signal<PreviewState | undefined>(undefined);
  const trouble = signal('');
  const token = computed(() => status.value?.token);

  /** Shows the page as this visitor gets it; begins a preview where there is none. Never throws. */
  async function previewAs(as: As): Promise<void> {
    trouble.value = '';
    const at = tab.value;
    const seen = look.value;
    const shown = findShown(page);
    if (!at || !seen || !shown) return;
    try {
      const current = token.value;
      // asked of the store: one that began just now is not in `preview` yet, and one that ended is ended
      const changed =
        current !== undefined &&
        (await previewOf(current).update((before) => before && { ...before, ...shown, as }));
      if (changed) return;
      const { origin } = new URL(seen.url);
      const next = createToken();
      await previewOf(next).write({
        tabId: at.id,
        origin,
        ...shown,
        as,
        seed: memory.value?.seed ?? createToken(),
        traits: memory.value?.traits ?? {},
        choices: {},
      });
      if (await hasSite(seen.url)) await registerStage(seen.url);
      takeStatus(await callStage(at.id, 'preview', { token: next }));
    } catch (error) {
      trouble.value = t`The preview could not start: ${sayError(error)}. Reload the page and try again.`;
    }
  }

  async function choose(experience: string, variant: string): Promise<void> {
    if (token.value === undefined) return;
    await previewOf(token.value).update(
      (before) => before && { ...before, choices: { ...before.choices, [experience]: variant } },
    );
  }

  async function endPreview(): Promise<void> {
    const at = tab.value;
    const current = token.value;
    if (!at || current === undefined) return;
    takeStatus(await callStage(at.id, 'endPreview', {}).catch(() => undefined));
    await previewOf(current).remove();
    // no other tab previews this site: its pages need us no longer
    if (look.value && !(await hasPreview(new URL(look.value.url).origin)))
      await unregisterStage(look.value.url);
  }

  async function peek(on: boolean): Promise<void> {
    const at = tab.value;
    if (at && token.value !== undefined) takeStatus(await callStage(at.id, 'peek', { on }));
  }

  async function fire(experience: string): Promise<void> {
    const at = tab.value;
    if (at) takeStatus(await callStage(at.id, 'fire', { experience }));
  }

  /** The stored state of the token that the page's status names. */
  function follow(): (() => void) | undefined {
    const current = token.value;
    if (current === undefined) {
      preview.value = undefined;
      return undefined;
    }
    let isFirst = true;
    return previewOf(current).follow((value) => {
      // begun in a panel that was closed since: the views show what it shows
      if (isFirst) wantedSide.value ??= value?.side;
      isFirst = false;
      preview.value = value;
    });
  }

  return {
    preview,
    trouble,
    token,
    previewAs,
    choose,
    endPreview,
    peek,
    fire,
    start: (signal: AbortSignal) =>
      whenOver(signal, effect(follow), effect(createKeepUp(page, token, endPreview))),
  };
}
export type Preview = ReturnType<typeof createPreview>;

/** The panel's own; `main` starts it. */
export const previewing = createPreview(page);
export const { preview, trouble, token, previewAs, choose, endPreview, peek, fire } = previewing;
/** As an author asks for it: what is edited on the page has left it before. Not from within a turn. */
export const showAs = (as: As): Promise<void> => inPageTurn(() => previewAs(as));
