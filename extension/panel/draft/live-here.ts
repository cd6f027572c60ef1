// What became live since the draft began. The draft's own work, brought there as a file, is noticed in whichever view the
// author is.

import { computed, effect } from '@preact/signals';
import { whenOver } from '../kit/when-over.ts';
import { type Page, page } from '../site/page.ts';
import { readAuthor } from './author.ts';
import { type Desk, desk } from './desk.ts';
import { giveNames } from './give-names.ts';
import { isSameToPages, restoreConfig } from './restore.ts';
import { settlePublished } from './settle-published.ts';

export function createLiveHere(
  { pageConfig }: Pick<Page, 'pageConfig'>,
  { draft, publishable, origin, changeDraft }: Pick<Desk, 'draft' | 'publishable' | 'origin' | 'changeDraft'>,
) {
  /** What the page in front works by, if it is newer than what the draft is compared with. */
  const news = computed(() => {
    const live = pageConfig.value;
    const base = draft.value?.base;
    if (live.kind !== 'ok' || live.newer !== undefined || !draft.value) return undefined;
    // an older one is a copy that some browser kept
    if (base && (live.config.revision <= base.revision || isSameToPages(live.config, base))) return undefined;
    return live;
  });

  const follow = () => {
    const now = publishable.value;
    if (!news.value || !now || !isSameToPages(news.value.config, now)) return;
    const { from, config } = news.value;
    const base = giveNames(from === 'tag' ? restoreConfig(config, now) : config);
    const of = origin.value;
    void readAuthor().then((by) => changeDraft((before, at) => settlePublished(before, base, at, by), of));
  };

  return { news, start: (signal: AbortSignal) => whenOver(signal, effect(follow)) };
}

/** The panel's own; `main` starts it. */
export const liveHere = createLiveHere(page, desk);
