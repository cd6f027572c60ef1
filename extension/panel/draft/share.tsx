// Showing it to others: a link to what a published segment gets, and the draft's changes as text for a pull request.

import { useSignal } from '@preact/signals';
import { Clipboard, Link } from 'lucide-preact';
import { t } from '../../../shared/words/t.ts';
import { sayMade } from '../kit/say-made.ts';
import { toName } from '../kit/to-name.ts';
import { look, pageConfig } from '../site/page.ts';
import { config, differences, draft, origin, readStored } from './desk.ts';

/** Only the segment's id travels in it, never content. */
const makeLink = (url: string, segment: string): string =>
  `${url.replace(/#.*/s, '')}#selvedge=${encodeURIComponent(segment)}`;

/** What the panel knows to be published: on the page, else what it last published itself. */
const findPublished = () =>
  pageConfig.value.kind === 'ok' ? pageConfig.value.config.segments : (draft.value?.base?.segments ?? []);

async function copy(text: string): Promise<boolean> {
  return await navigator.clipboard.writeText(text).then(
    () => true,
    () => false,
  );
}

/** @param id of the segment */
export function CopyLink({ id }: { id: string }) {
  const done = useSignal('');
  const url = look.value?.url;
  if (url === undefined) return null;
  const isPublished = findPublished().some((one) => one.id === id);
  if (!isPublished)
    return (
      <p class="tiny soft">{t`A preview link shows what is published. This segment is not: publish it first.`}</p>
    );
  const link = makeLink(url, id);
  return (
    <div class="make-form">
      <button
        class="button"
        type="button"
        onClick={async () => {
          done.value = (await copy(link)) ? t`The link is in the clipboard.` : t`Copy it from here:`;
        }}
      >
        <Link size={15} aria-hidden="true" /> {t`Copy preview link`}
      </button>
      {done.value && (
        <p class="small" role="status">
          {done.value} <code class="make-link">{link}</code>
        </p>
      )}
      <p class="tiny soft">{t`Opens this page as the segment gets it, on any device. It shows only what is published, needs the tag on the page, and records nothing.`}</p>
    </div>
  );
}

/** The changes as a pull request would tell them. */
function writeText(): string {
  const site = config.value?.site ?? '';
  const list = differences.value.map(({ text }) => `- ${text}`).join('\n') || t`- nothing differs`;
  return `## ${site}: personalization, revision ${(draft.value?.base?.revision ?? 0) + 1}\n\n${list}\n`;
}

export function CopyText() {
  const done = useSignal('');
  return (
    <>
      <button
        class="button"
        type="button"
        onClick={async () => {
          // with what was changed just before
          if (origin.value !== undefined) await readStored(origin.value);
          done.value = (await copy(writeText()))
            ? t`The changes are in the clipboard, as text for a pull request.`
            : t`The browser did not let Selvedge write to the clipboard. Click into this panel and try again.`;
        }}
      >
        <Clipboard size={15} aria-hidden="true" /> {t`Copy what changes, as text`}
      </button>
      {done.value && (
        <p class="small" role="status">
          {done.value}
        </p>
      )}
    </>
  );
}

export function Share() {
  const chosen = useSignal('');
  const published = findPublished();
  const id = published.some((one) => one.id === chosen.value) ? chosen.value : (published[0]?.id ?? '');
  const nameOf = (of: string) =>
    sayMade(
      config.value?.segments.find((one) => one.id === of)?.name ||
        published.find((one) => one.id === of)?.name ||
        '',
    ) || toName(of);
  return (
    <section class="card" aria-label={t`Show it to others`}>
      <h2>{t`Show it to others`}</h2>
      {published.length === 0 ? (
        <p class="small soft">{t`Once a segment is published, a link shows anybody what it gets.`}</p>
      ) : (
        <>
          <label class="field">
            <span>{t`What is live, as it is for`}</span>
            <select
              value={id}
              onChange={({ currentTarget }) => {
                chosen.value = currentTarget.value;
              }}
            >
              {published.map((one) => (
                <option key={one.id} value={one.id}>
                  {nameOf(one.id)}
                </option>
              ))}
            </select>
          </label>
          <CopyLink id={id} key={id} />
        </>
      )}
      <CopyText />
    </section>
  );
}
