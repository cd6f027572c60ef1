// On which pages an experience shows: its patterns, tried at once on the tabs that are open.

import { Check, X } from 'lucide-preact';
import { decodeQuery, readPath, readQuery } from '../../../shared/engine/address.ts';
import { matchesPages } from '../../../shared/engine/pattern.ts';
import type { Experience } from '../../../shared/schema/experience.ts';
import { t } from '../../../shared/words/t.ts';
import { TextEntry } from '../draft/text-entry.tsx';
import { readPages } from '../draft/texts.ts';
import { WiderPages } from '../draft/wider-pages.tsx';
import { tJsx } from '../kit/t-jsx.ts';
import { look } from '../site/page.ts';
import { allowSite, isSiteAllowed } from '../site/site-access.ts';
import { openTabs } from './open-tabs.ts';

const MOST = 8;

const sayPath = (url: string): string => {
  const page = new URL(url);
  return readPath(page) + decodeQuery(readQuery(page));
};

/** What of the site could not be tried, and how it can. */
function Hidden({ count }: { count: number }) {
  return (
    <>
      <p class="tiny soft">
        {count === 1
          ? t`Selvedge cannot see the address of one more tab: it sees only tabs on which you clicked its button, and those of sites that you let it see.`
          : t`Selvedge cannot see the address of ${count} more tabs: it sees only tabs on which you clicked its button, and those of sites that you let it see.`}
      </p>
      <button class="button" type="button" onClick={() => void allowSite()}>{t`Let it see this site`}</button>
    </>
  );
}

function Tried({ pages }: { pages: string[] }) {
  const here = look.value?.url.replace(/#(?![/!]).*/s, '');
  const { urls, hidden } = openTabs.value;
  const all = here === undefined || urls.includes(here) ? urls : [here, ...urls];
  if (all.length === 0 || pages.length === 0) return null;
  const tried = all.map((url) => ({ url, fits: matchesPages(pages, url) }));
  const count = tried.filter(({ fits }) => fits).length;
  return (
    <section class="make-form" aria-label={t`Open tabs`} aria-live="polite">
      <p class="small">
        {all.length === 1
          ? t`Matches ${count} of 1 open tab of this site:`
          : t`Matches ${count} of ${all.length} open tabs of this site:`}
      </p>
      <ul class="make-tabs">
        {tried.slice(0, MOST).map(({ url, fits }) => (
          <li key={url} class={fits ? '' : 'soft'}>
            {fits ? (
              <Check size={12} strokeWidth={2.5} class="yes" aria-label={t`Matches`} />
            ) : (
              <X size={12} strokeWidth={2.5} class="no" aria-label={t`Does not match`} />
            )}
            <span>
              {sayPath(url)}
              {url === here && <span class="soft"> {t`(this page)`}</span>}
            </span>
          </li>
        ))}
        {tried.length > MOST && <li class="soft">{t`and ${tried.length - MOST} more`}</li>}
      </ul>
      {hidden > 0 && !isSiteAllowed.value && <Hidden count={hidden} />}
    </section>
  );
}

export function PagesField({ experience }: { experience: Experience }) {
  const { id, pages } = experience;
  return (
    <>
      <label class="field">
        <span>{t`on pages`}</span>
        <TextEntry
          spot={{ of: 'experience', id, field: 'pages' }}
          what={t`Pages`}
          value={pages.join(', ')}
          say={(text) => readPages(text).join(', ')}
          aria-describedby="pages-help"
        />
        <span
          id="pages-help"
          class="tiny soft plain"
        >{tJsx`${<code>/shoes/*</code>} is all below, ${<code>*</code>} every page, ${<code>!/cart</code>} leaves one out.`}</span>
      </label>
      <WiderPages experience={experience} />
      <Tried pages={pages} />
    </>
  );
}
