// Whether the tag is on the page, runs and has all its files; where it is not there, how it is installed.

import { ChevronRight, CircleCheck, CircleDashed, CircleX } from 'lucide-preact';
import { t } from '../../../shared/words/t.ts';
import { later } from '../kit/later.tsx';
import { isTagSeen, look, pageConfig, tagVersion } from '../site/page.ts';

const Install = later(async () => (await import('../site/install.tsx')).Install);

export function TagState() {
  const seen = look.value;
  if (!seen) return null;
  const version = tagVersion.value;
  const isThere = seen.tags.length > 0;
  const onPage = pageConfig.value;
  if (onPage.kind === 'unread' && onPage.missing !== undefined)
    return (
      <>
        <p class="lead row">
          <CircleX size={20} class="maybe" aria-hidden="true" /> {t`A part of Selvedge is missing here`}
        </p>
        <p class="small soft">{t`The page’s script asks for ${onPage.missing} beside itself and does not get it, so visitors may see the original. Upload all files that publishing made into one folder.`}</p>
      </>
    );
  if (version !== undefined && !isTagSeen.value)
    return (
      <>
        <p class="lead row">
          <CircleDashed size={20} class="maybe" aria-hidden="true" />{' '}
          {t`This page says that Selvedge runs on it`}
        </p>
        {pageConfig.value.kind !== 'locked' && (
          <p class="small soft">{t`None of its scripts could be read as the Selvedge tag, so nobody but the page itself says so.`}</p>
        )}
      </>
    );
  if (version !== undefined)
    return (
      <p class="lead row">
        <CircleCheck size={20} class="yes" aria-hidden="true" /> {t`Selvedge runs on this page`}
      </p>
    );
  if (isThere)
    return (
      <>
        <p class="lead row">
          <CircleX size={20} class="maybe" aria-hidden="true" />{' '}
          {t`The tag is on this page, but does not run`}
        </p>
        <p class="small soft">{t`The browser may have blocked it (a content security policy, an ad blocker), or its file is missing. The console of the page says more.`}</p>
      </>
    );
  return (
    <>
      <p class="lead row">
        <CircleDashed size={20} class="soft" aria-hidden="true" /> {t`Selvedge is not installed here`}
      </p>
      <p class="small soft">{t`You can change this page all the same, and only you see it. Installing comes when you publish.`}</p>
      <details class="small">
        <summary>
          <ChevronRight class="turn" size={14} aria-hidden="true" />
          <span class="grow">{t`How it is installed`}</span>
        </summary>
        <Install />
      </details>
    </>
  );
}
