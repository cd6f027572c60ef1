// Whether visitors are counted, and whether they would be: by what is live here, and by the draft.

import { computed } from '@preact/signals';
import { t } from '../../../shared/words/t.ts';
import { beginDraft, draft, edit, publishable } from '../draft/desk.ts';
import { pageConfig } from '../site/page.ts';
import { switchCountingOff, switchCountingOn } from './counting.ts';
import { live } from './here.ts';

/** The draft where there is one. */
export const wanted = computed(() => publishable.value ?? live.value);
export const isCounted = computed(() => live.value?.measure?.ping !== undefined);
export const isWanted = computed(() => wanted.value?.measure?.ping !== undefined);

/** What a newer release made is looked at, never built on. */
export const canEdit = computed(() => {
  const found = pageConfig.value;
  return draft.value !== undefined || (found.kind === 'ok' && found.newer === undefined);
});

/** Of what is live, where there is none. */
export async function needDraft(): Promise<void> {
  if (!draft.value) await beginDraft('live');
}

export async function startCounting(): Promise<void> {
  await needDraft();
  await edit(t`Counting switched on`, switchCountingOn);
}

export async function endCounting(): Promise<void> {
  await needDraft();
  await edit(t`Counting switched off`, switchCountingOff);
}
