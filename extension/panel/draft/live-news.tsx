// What became live since the draft began: somebody else's work is offered for merging; the draft's own, brought there
// as a file, is noticed.

import { useSignalEffect } from '@preact/signals';
import { t } from '../../../shared/words/t.ts';
import { Note } from '../kit/note.tsx';
import { pageConfig } from '../site/page.ts';
import { readAuthor } from './author.ts';
import { changeDraft, draft, origin, publishable } from './desk.ts';
import { giveNames } from './give-names.ts';
import { mergeConfig } from './merging.ts';
import { isSameToPages, restoreConfig } from './restore.ts';
import { settlePublished } from './settle-published.ts';

/** What the page in front works by, if it is newer than what the draft is compared with. */
function findNews() {
  const live = pageConfig.value;
  const base = draft.value?.base;
  if (live.kind !== 'ok' || live.newer !== undefined || !draft.value) return undefined;
  // an older one is a copy that some browser kept
  if (base && (live.config.revision <= base.revision || isSameToPages(live.config, base))) return undefined;
  return live;
}

export function LiveNews() {
  useSignalEffect(() => {
    const news = findNews();
    const now = publishable.value;
    if (!news || !now || !isSameToPages(news.config, now)) return;
    const base = giveNames(news.from === 'tag' ? restoreConfig(news.config, now) : news.config);
    const of = origin.value;
    void readAuthor().then((by) => changeDraft((before, at) => settlePublished(before, base, at, by), of));
  });
  const live = pageConfig.value;
  if (live.kind === 'ok' && live.newer !== undefined)
    return (
      <Note tone="warn">
        <span>{t`What is live here was ${live.newer}. Update the extension before you publish: your draft would take away what this release does not know.`}</span>
      </Note>
    );
  const news = findNews();
  const now = publishable.value;
  if (!news || !now || isSameToPages(news.config, now)) return null;
  return (
    <Note tone="warn">
      <span>
        {t`What is live here has changed since your draft began: it is revision ${news.config.revision} now.`}
      </span>
      <button
        class="button"
        type="button"
        onClick={() => void mergeConfig(news.config, news.from === 'tag', t`what is live`)}
      >{t`Merge it into my draft`}</button>
    </Note>
  );
}
