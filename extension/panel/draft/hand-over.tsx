// Hands the draft to a colleague: a link where it is short enough for one, a file always, and what others handed over.

import { useSignal } from '@preact/signals';
import { Download, Send } from 'lucide-preact';
import { t } from '../../../shared/words/t.ts';
import { FileButton } from '../kit/file-button.tsx';
import { saveFile } from '../kit/save-file.ts';
import { look } from '../site/page.ts';
import { readAuthor } from './author.ts';
import { draft, origin, readStored } from './desk.ts';
import { writeDraftLink } from './draft-link.ts';
import { openHandedFile } from './handed.ts';
import { itemsHere } from './items-kept.ts';
import { writeHanded } from './write-handed.ts';

/** Some programs cut what is longer. */
const LONG = 2_000;

export const OpenHanded = () => (
  <FileButton
    label={t`Open a colleague’s draft`}
    accept=".json"
    open={async (_name, text) => {
      await openHandedFile(text);
      scrollTo(0, 0);
    }}
  />
);

function sayCopied(link: string | undefined, isCopied: boolean): string {
  if (link === undefined) return t`The draft is too long for a link: save it as a file and send that.`;
  if (!isCopied)
    return t`The browser did not let Selvedge write to the clipboard. Click into this panel and try again.`;
  return link.length > LONG
    ? t`The link is in the clipboard. It is long, and some mail programs cut such links: a chat or the file is safer.`
    : t`The link is in the clipboard.`;
}

export function HandOver() {
  const said = useSignal('');
  const write = async (isWhole: boolean): Promise<string | undefined> => {
    const [shown, at] = [draft.value, origin.value];
    if (!shown || at === undefined) return undefined;
    // with what was changed just before
    const now = (await readStored(at)) ?? shown;
    return writeHanded(now, at, await readAuthor(), Date.now(), isWhole);
  };
  const copy = async () => {
    const text = await write(false);
    const url = look.value?.url;
    if (text === undefined || url === undefined) return;
    const link = await writeDraftLink(url, text);
    const isCopied =
      link !== undefined &&
      (await navigator.clipboard.writeText(link).then(
        () => true,
        () => false,
      ));
    said.value = sayCopied(link, isCopied);
  };
  const save = async () => {
    const text = await write(true);
    if (text !== undefined) saveFile('selvedge-draft.json', new Blob([text], { type: 'application/json' }));
  };
  return (
    <section class="card" aria-label={t`Hand it to a colleague`}>
      <h2>{t`Hand it to a colleague`}</h2>
      <p class="small soft">{t`They see the draft in their own Selvedge, on this site, before anything is published.`}</p>
      <div class="row">
        <button class="button" type="button" onClick={() => void copy()}>
          <Send size={15} aria-hidden="true" /> {t`Copy a draft link`}
        </button>
        <button class="button" type="button" onClick={() => void save()}>
          <Download size={15} aria-hidden="true" /> {t`Save it for a colleague`}
        </button>
        <OpenHanded />
      </div>
      {said.value && (
        <p class="small" role="status">
          {said.value}
        </p>
      )}
      {itemsHere.value && (
        <p class="tiny soft">{t`${itemsHere.value.name} does not come along: send it beside, or let it lie where your site has it.`}</p>
      )}
      <p class="tiny soft">{t`The link holds the whole draft: whoever has it can read it, and so can scripts of the page that is opened with it. The file also holds the history. Changes that are turned off stay with you.`}</p>
    </section>
  );
}
