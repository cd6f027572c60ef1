// Runs the checks of the page in front. Each variant is shown for a moment; what was shown before comes back.

import { signal } from '@preact/signals';
import type { Config } from '../../../shared/schema/config.ts';
import { t } from '../../../shared/words/t.ts';
import { inject } from '../../wire/browser.ts';
import { callStage } from '../../wire/calls.ts';
import type { Side } from '../../wire/preview-state.ts';
import type { Finding } from '../../wire/stage-shapes.ts';
import { whenWritten } from '../draft/desk.ts';
import { sayError } from '../kit/say-error.ts';
import { config, look, side, tab } from '../site/page.ts';
import { borrowPage } from '../site/page-turn.ts';
import { endPreview, previewAs, token } from './preview.ts';

export type Checked =
  | { kind: 'none' }
  | { kind: 'running' }
  /** `of`: what was checked */
  | { kind: 'done'; url: string; side: Side; of: Config; findings: Finding[]; variants: number }
  | { kind: 'failed'; why: string };

export const checked = signal<Checked>({ kind: 'none' });

/** Runs work that needs a preview on the page, and ends the preview where there was none. What is edited makes room. */
export const withPreview = <T>(work: (tabId: number) => Promise<T>): Promise<T> =>
  borrowPage(async () => {
    const id = tab.value?.id;
    if (id === undefined) throw new Error(t`there is no page in front`);
    const wasOn = token.value !== undefined;
    if (!wasOn) await previewAs({ kind: 'original' });
    if (token.value === undefined) throw new Error(t`the page could not be previewed`);
    try {
      return await work(id);
    } finally {
      if (!wasOn) await endPreview();
    }
  });

export async function runChecks(): Promise<void> {
  checked.value = { kind: 'running' };
  const at = side.value;
  try {
    // pressed right after a change: what is checked holds it
    if (at === 'draft') await whenWritten();
    const of = config.value?.config;
    if (!of) throw new Error(t`there is nothing to check`);
    const url = look.value?.url ?? '';
    const { findings, variants } = await withPreview(async (id) => {
      await inject(id, 'audit.js');
      return await callStage(id, 'check', {});
    });
    checked.value = { kind: 'done', url, side: at, of, findings, variants };
  } catch (error) {
    checked.value = { kind: 'failed', why: sayError(error) };
  }
}
