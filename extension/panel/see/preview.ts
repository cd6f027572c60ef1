// Starts, changes and ends the preview of the tab in front.
//
// The stored state is the one truth (wire/preview-state.ts): this writes it, the stage in the page follows it.

import { computed, effect, signal } from '@preact/signals';
import { hasSite, registerStage, unregisterStage } from '../../wire/browser.ts';
import { callStage } from '../../wire/calls.ts';
import { markLesson } from '../../wire/lessons.ts';
import { type As, createToken, hasPreview, type PreviewState, previewOf } from '../../wire/preview-state.ts';
import { sayError } from '../kit/say-error.ts';
import { whenOver } from '../kit/when-over.ts';
import { type Page, page } from '../site/page.ts';
import { inPageTurn } from '../site/page-turn.ts';

type Shown = Pick<PreviewState, 'config' | 'drafts' | 'side'>;

export function createPreview({ config, look, memory, ownDraft, side, status, tab, wantedSide }: Page) {
  /** What the tab previews now; undefined when nothing. */
  const preview = signal<PreviewState | undefined>(undefined);
  const trouble = signal('');
  const token = computed(() => status.value?.token);

  /** What a preview is made of: what the views show. */
  function whatIsShown(): Shown | undefined {
    const found = config.value;
    if (!found || !ownDraft.value.isRead.value) return undefined;
    return { config: found.config, drafts: side.value !== 'live', side: side.value };
  }

  /** Shows the page as this visitor gets it; begins a preview where there is none. Never throws. */
  async function previewAs(as: As): Promise<void> {
    trouble.value = '';
    const at = tab.value;
    const seen = look.value;
    const found = config.value;
    if (!at || !seen || !found) return;
    try {
      if (token.value !== undefined && preview.value) {
        const shown = whatIsShown();
        await previewOf(token.value).update((before) => ({ ...(before as PreviewState), ...shown, as }));
        return;
      }
      const { origin } = new URL(seen.url);
      const next = createToken();
      await previewOf(next).write({
        tabId: at.id,
        origin,
        config: found.config,
        drafts: false,
        ...whatIsShown(),
        as,
        seed: memory.value?.seed ?? createToken(),
        traits: memory.value?.traits ?? {},
        choices: {},
      });
      if (await hasSite(seen.url)) await registerStage(seen.url);
      status.value = await callStage(at.id, 'preview', { token: next });
      void markLesson('previewed');
    } catch (error) {
      trouble.value = `The preview could not start: ${sayError(error)}. Reload the page and try again.`;
    }
  }

  async function choose(experience: string, variant: string): Promise<void> {
    if (token.value === undefined) return;
    await previewOf(token.value).update((before) => {
      const state = before as PreviewState;
      return { ...state, choices: { ...state.choices, [experience]: variant } };
    });
  }

  async function endPreview(): Promise<void> {
    const at = tab.value;
    const current = token.value;
    if (!at || current === undefined) return;
    status.value = await callStage(at.id, 'endPreview', {}).catch(() => undefined);
    await previewOf(current).remove();
    // no other tab previews this site: its pages need us no longer
    if (look.value && !(await hasPreview(new URL(look.value.url).origin)))
      await unregisterStage(look.value.url);
  }

  async function peek(on: boolean): Promise<void> {
    const at = tab.value;
    if (at && token.value !== undefined) status.value = await callStage(at.id, 'peek', { on });
  }

  async function fire(experience: string): Promise<void> {
    const at = tab.value;
    if (at) status.value = await callStage(at.id, 'fire', { experience });
  }

  /** The stored state of the token that the page's status names. */
  function follow(): (() => void) | undefined {
    const current = token.value;
    if (current === undefined) {
      preview.value = undefined;
      return undefined;
    }
    const item = previewOf(current);
    void item.read().then((value) => {
      if (token.value !== current) return;
      // begun in a panel that was closed since: the views show what it shows
      wantedSide.value ??= value?.side;
      preview.value = value;
    });
    return item.watch((value) => {
      preview.value = value;
    });
  }

  let last: Shown | undefined;
  /**
   * A preview shows what the views show, also when that changes: an edit, an undo, another side. Only a change counts:
   * two panels that show different things would take turns for ever.
   */
  function keepUp(): void {
    const before = last;
    const shown = whatIsShown();
    last = shown;
    const [current, state] = [token.peek(), preview.peek()];
    if (!before || !shown || current === undefined || state?.side === undefined) return;
    if (JSON.stringify(before) !== JSON.stringify(shown)) void replace(current, shown);
  }

  /** One that ended meanwhile stays ended. */
  async function replace(current: string, shown: Shown): Promise<void> {
    const state = await previewOf(current).read();
    if (state && token.value === current) await previewOf(current).write({ ...state, ...shown });
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
    start: (signal: AbortSignal) => whenOver(signal, effect(follow), effect(keepUp)),
  };
}
export type Preview = ReturnType<typeof createPreview>;

/** The panel's own; `main` starts it. */
export const previewing = createPreview(page);
export const { preview, trouble, token, previewAs, choose, endPreview, peek, fire } = previewing;
/** As an author asks for it: what is edited on the page has left it before. Not from within a turn. */
export const showAs = (as: As): Promise<void> => inPageTurn(() => previewAs(as));
