// What becomes of the file of items that the draft names: it goes beside the tag with the others, or it is not here.

import { signal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { unpackItems } from '../../../shared/items/unpack-items.ts';
import { nameItems } from '../../../shared/learn/items/name-items.ts';
import { t } from '../../../shared/words/t.ts';
import { origin } from '../draft/desk.ts';
import { followItems, itemsHere, keepItems } from '../draft/items-kept.ts';
import { FileButton } from '../kit/file-button.tsx';
import { Note } from '../kit/note.tsx';
import { sayError } from '../kit/say-error.ts';

const wrong = signal('');

/** @param name that the draft says */
async function choose(name: string, file: string, text: string): Promise<void> {
  wrong.value = '';
  const at = origin.value;
  if (at === undefined) return;
  if (unpackItems(text) === undefined || nameItems(text) !== name) {
    wrong.value = t`${file} is another file: it does not hold what the draft names.`;
    return;
  }
  try {
    await keepItems(at, { name, text });
  } catch (error) {
    wrong.value = t`${name} could not be kept (${sayError(error)}).`;
  }
}

export function ItemsNote() {
  useEffect(() => {
    const life = new AbortController();
    followItems(life.signal);
    return () => life.abort();
  }, []);
  const here = itemsHere.value;
  if (!here) return null;
  const { name, text } = here;
  return text !== undefined ? (
    <p class="small soft">{t`${name} goes along: the lists of items, the same for every visitor. It lies beside selvedge.js.`}</p>
  ) : (
    <>
      <Note tone="warn">
        <span>{t`${name} is not kept with this draft, so it does not go along. Where it lies beside selvedge.js already, that is enough; elsewhere no items are recommended.`}</span>
      </Note>
      <FileButton
        label={t`Choose ${name}`}
        accept=".js"
        open={(file, chosen) => choose(name, file, chosen)}
      />
      {wrong.value && (
        <Note tone="bad">
          <span>{wrong.value}</span>
        </Note>
      )}
    </>
  );
}
