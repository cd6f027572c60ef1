// Leads from the one page on which something was made to all that are like it.

import type { Experience } from '../../../shared/schema/experience.ts';
import { t } from '../../../shared/words/t.ts';
import { editExperience } from './desk.ts';
import { findWider } from './find-wider.ts';

export function WiderPages({ experience: { id, pages } }: { experience: Experience }) {
  const wider = findWider(pages);
  if (wider === undefined) return null;
  return (
    <>
      <p class="small soft">{t`It shows on this one page alone.`}</p>
      <button
        class="button"
        type="button"
        onClick={() =>
          void editExperience(id, t`Pages`, (one) => {
            one.pages = [wider];
          })
        }
      >{t`Show it on all pages below ${wider.slice(0, -1)}`}</button>
    </>
  );
}
