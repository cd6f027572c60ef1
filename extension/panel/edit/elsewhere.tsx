// Said once where the page in front is none of those that the experience is for, with the ways out of it.

import { toPattern } from '../../../shared/engine/address.ts';
import { matchesPages } from '../../../shared/engine/pattern.ts';
import { t } from '../../../shared/words/t.ts';
import { goTo } from '../../wire/browser.ts';
import { editExperience, findExperience } from '../draft/desk.ts';
import { Note } from '../kit/note.tsx';
import { look, tab } from '../site/page.ts';
import { findWayBack } from './find-way-back.ts';

/** Where each experience was edited last, on one of its own pages. */
const lastPages = new Map<string, string>();

/** Whether the page in front is none of the experience's. */
export function isElsewhere(experience: string): boolean {
  const pages = findExperience(experience)?.pages;
  const url = look.value?.url;
  return pages !== undefined && url !== undefined && !matchesPages(pages, url);
}

export function Elsewhere({ experience }: { experience: string }) {
  const found = findExperience(experience);
  const url = look.value?.url;
  if (!found || url === undefined) return null;
  if (!isElsewhere(experience)) {
    lastPages.set(experience, url);
    return null;
  }
  const here = toPattern(new URL(url));
  const back = findWayBack(found.pages, url, lastPages.get(experience));
  return (
    <Note tone="warn">
      <span>
        {t`This is another page: “${found.name || found.id}” is for ${found.pages.join(', ')}, and this is ${here}. Visitors do not get it here.`}
      </span>
      <span class="row">
        {back !== undefined && (
          <button
            class="button"
            type="button"
            onClick={() => {
              const id = tab.value?.id;
              if (id !== undefined) void goTo(id, back);
            }}
          >
            {t`Back to ${toPattern(new URL(back))}`}
          </button>
        )}
        {matchesPages([...found.pages, here], url) && (
          <button
            class="button"
            type="button"
            onClick={() =>
              void editExperience(experience, t`Pages`, (one) => {
                one.pages.push(here);
              })
            }
          >{t`Show it here, too`}</button>
        )}
      </span>
    </Note>
  );
}
