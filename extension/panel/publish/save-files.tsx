// Publish as files that the author brings to the site: in the order in which they go there.

import { Download } from 'lucide-preact';
import { FORM } from '../../../shared/publish/form.ts';
import { sayUpload } from '../../../shared/publish/say-upload.ts';
import { REST } from '../../../shared/publish/siblings.ts';
import { t } from '../../../shared/words/t.ts';
import { itemsHere } from '../draft/items-kept.ts';
import type { Format } from '../draft/prepare.ts';
import type { Act } from '../draft/stop.ts';
import { publishToFile } from './publishing.ts';

/** Which files the draft makes; the one that asks for the others comes last. */
const namesOf = (format: Format): string[] =>
  format === 'js' && FORM === 'two'
    ? [...REST.map(({ name }) => name), 'selvedge.js']
    : [`selvedge.${format}`];

export function SaveFiles({ format, isFit, act }: { format: Format; isFit: boolean; act?: Act }) {
  const items = act === undefined && itemsHere.value?.text !== undefined ? [itemsHere.value.name] : [];
  const names = [...items, ...namesOf(format)];
  return (
    <>
      {names.length > 1 + items.length && (
        <p class="small soft">
          {sayUpload(false)}
          {act === undefined && t` Save all of them again when the draft has changed.`}
        </p>
      )}
      {names.map((name) => (
        <button
          key={name}
          class="button"
          type="button"
          disabled={!isFit}
          onClick={() => void publishToFile(format, name, act)}
        >
          <Download size={15} aria-hidden="true" /> {t`Save ${name} as a file`}
        </button>
      ))}
    </>
  );
}
