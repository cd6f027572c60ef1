// The one big button: from any page to picking on it, whatever is there already.

import { MousePointerClick } from 'lucide-preact';
import { t } from '../../../shared/words/t.ts';
import { Note } from '../kit/note.tsx';
import { catchUp, pageConfig } from '../site/page.ts';
import { allowSite } from '../site/site-access.ts';
import { draft, openView, startChange, trouble } from './desk.ts';

/** What is live is there, but cannot be gone on from. */
function sayAnew(): string | undefined {
  const live = pageConfig.value;
  if (draft.value) return undefined;
  if (live.kind === 'ok' && live.newer !== undefined)
    return t`What is live here was made by a newer release: update the extension to go on from it. Until then you begin anew.`;
  if (live.kind === 'bad' || live.kind === 'unread')
    return t`What is live here cannot be read, so you begin anew.`;
  return undefined;
}

/** On the page that is in front by now: a change is made for its address. */
const start = async (segment?: string): Promise<void> => {
  await catchUp();
  await startChange(segment);
};

/**
 * @param isMain whether it is what the author most likely came for
 * @param segment whom it is for, where that is known already
 */
export function StartChange({ isMain = true, segment }: { isMain?: boolean; segment?: string }) {
  if (pageConfig.value.kind === 'locked' && !draft.value)
    return (
      <Note>
        <span>{t`To go on from what is live here, Selvedge must be allowed to read this site.`}</span>
        <button
          class="button main"
          type="button"
          onClick={() => void allowSite()}
        >{t`Allow Selvedge on this site`}</button>
      </Note>
    );
  // in Make both are said above
  const isElsewhere = openView.value !== 'make';
  const anew = isElsewhere ? sayAnew() : undefined;
  return (
    <>
      <button class={`button big ${isMain ? 'main' : ''}`} type="button" onClick={() => void start(segment)}>
        <MousePointerClick size={16} aria-hidden="true" />{' '}
        {segment === undefined
          ? t`Change something for some visitors`
          : t`Change something for these visitors`}
      </button>
      {anew !== undefined && <p class="tiny soft">{anew}</p>}
      {isElsewhere && trouble.value && (
        <Note tone="bad">
          <span>{trouble.value}</span>
        </Note>
      )}
    </>
  );
}
