// Publish as files that the author brings to the site, in the order in which they go there: those that this draft asks for, too.

import { CircleCheck, Download } from 'lucide-preact';
import { FORM } from '../../../shared/publish/form.ts';
import { findBeside } from '../../../shared/publish/name-beside.ts';
import { sayUpload } from '../../../shared/publish/say-upload.ts';
import { REST } from '../../../shared/publish/siblings.ts';
import { t } from '../../../shared/words/t.ts';
import { publishable } from '../draft/desk.ts';
import { itemsHere } from '../draft/items-kept.ts';
import type { Format } from '../draft/prepare.ts';
import type { Act } from '../draft/stop.ts';
import { Chip } from '../kit/chip.tsx';
import { publishToFiles } from './publishing.ts';
import { noteSaved, savedNames } from './saved.ts';

/** Which files the draft makes; the one that asks for the others comes last. */
const namesOf = (format: Format): string[] =>
  format === 'js' && FORM === 'two'
    ? [...REST.map(({ name }) => name), 'selvedge.js']
    : [`selvedge.${format}`];

export function SaveFiles({ format, isFit, act }: { format: Format; isFit: boolean; act?: Act }) {
  const items = act === undefined && itemsHere.value?.text !== undefined ? [itemsHere.value.name] : [];
  const asked =
    act === undefined && format === 'js' && publishable.value ? findBeside(publishable.value) : [];
  const beside = [...items, ...asked];
  const names = [...beside, ...namesOf(format)];
  // a file of one name is another one in another form, or where all is stopped
  const keyOf = (name: string) => `${format} ${act ?? ''} ${name}`;
  const isSaved = (name: string) => savedNames.value.includes(keyOf(name));
  const save = async (some: readonly string[]) => {
    const saved = await publishToFiles(format, some, act);
    noteSaved(saved.of, saved.names.map(keyOf));
  };
  return (
    <>
      {names.length > 1 + beside.length && (
        <p class="small soft">
          {sayUpload(false)}
          {act === undefined && t` Save all of them again when the draft has changed.`}
        </p>
      )}
      {names.length > 1 && (
        <button class="button main" type="button" disabled={!isFit} onClick={() => void save(names)}>
          <Download size={15} aria-hidden="true" /> {t`Save all ${names.length} files`}
        </button>
      )}
      {names.map((name) => (
        <div key={name} class="row">
          <button class="button grow" type="button" disabled={!isFit} onClick={() => void save([name])}>
            <Download size={15} aria-hidden="true" /> {t`Save ${name} as a file`}
          </button>
          <span role="status">
            {isSaved(name) && (
              <Chip tone="good">
                <CircleCheck size={12} aria-hidden="true" /> {t`Saved`}
              </Chip>
            )}
          </span>
        </div>
      ))}
      {names.every(isSaved) && (
        <p class="small" role="status">
          {t`All of it is saved. Bring it to your site, then load this page anew: once your site has it, the panel counts no changes of yours any more.`}
        </p>
      )}
    </>
  );
}
