// Tries the draft's variants on the page in front, before anybody publishes them: the checks of the view Checks,
// over what is not live yet. What the page showed before comes back.

import { computed, signal } from '@preact/signals';
import type { Config } from '../../../shared/schema/config.ts';
import { hasSite, inject, registerStage } from '../../wire/browser.ts';
import { callStage, type Output } from '../../wire/calls.ts';
import { createToken, type PreviewState, previewOf } from '../../wire/preview-state.ts';
import { publishable } from '../draft/desk.ts';
import { sayError } from '../kit/say-error.ts';
import { endPreview, preview, token } from '../see/preview.ts';
import { look, memory, tab, takeStatus } from '../site/page.ts';
import { inPageTurn } from '../site/page-turn.ts';

export type PageCheck =
  | { kind: 'none' }
  | { kind: 'running' }
  | ({ kind: 'done'; url: string; of: Config } & Output<'check'>)
  | { kind: 'failed'; why: string };

const last = signal<PageCheck>({ kind: 'none' });
/** Of this draft as it is now, on this page; what was found of an older one counts no more. */
export const pageCheck = computed((): PageCheck => {
  const now = last.value;
  if (now.kind !== 'done') return now;
  return now.of === publishable.value && now.url === look.value?.url ? now : { kind: 'none' };
});

async function show(tabId: number, state: PreviewState): Promise<void> {
  const next = createToken();
  await previewOf(next).write(state);
  takeStatus(await callStage(tabId, 'preview', { token: next }));
}

/** Never throws: what went wrong is in `pageCheck`. */
export async function checkOnPage(): Promise<void> {
  const tabId = tab.value?.id;
  const url = look.value?.url;
  const of = publishable.value;
  if (tabId === undefined || url === undefined || !of || last.value.kind === 'running') return;
  last.value = { kind: 'running' };
  try {
    await inPageTurn(async () => {
      const before = token.value === undefined ? undefined : preview.value;
      if (before) await endPreview();
      await show(tabId, {
        tabId,
        origin: new URL(url).origin,
        config: of,
        drafts: true,
        as: { kind: 'original' },
        seed: memory.value?.seed ?? createToken(),
        traits: memory.value?.traits ?? {},
        choices: {},
      });
      try {
        await inject(tabId, 'audit.js');
        last.value = { kind: 'done', url, of, ...(await callStage(tabId, 'check', {})) };
      } finally {
        await endPreview();
        if (before) {
          await show(tabId, before);
          if (await hasSite(url)) await registerStage(url);
        }
      }
    });
  } catch (error) {
    last.value = { kind: 'failed', why: sayError(error) };
  }
}
