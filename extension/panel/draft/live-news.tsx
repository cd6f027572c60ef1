// What became live since the draft began: somebody else's work is offered for merging.

import { t } from '../../../shared/words/t.ts';
import { Note } from '../kit/note.tsx';
import { pageConfig } from '../site/page.ts';
import { publishable } from './desk.ts';
import { liveHere } from './live-here.ts';
import { mergeConfig } from './merging.ts';
import { isSameToPages } from './restore.ts';

export function LiveNews() {
  const live = pageConfig.value;
  if (live.kind === 'ok' && live.newer !== undefined)
    return (
      <Note tone="warn">
        <span>{t`What is live here was ${live.newer}. Update the extension before you publish: your draft would take away what this release does not know.`}</span>
      </Note>
    );
  const news = liveHere.news.value;
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
