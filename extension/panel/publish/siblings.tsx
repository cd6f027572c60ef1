// The files that belong beside the tag, to be saved once: without them a visitor cannot open their own view.

import { ChevronRight, Download } from 'lucide-preact';
import { holdsConfig, MEASURING, REST, SIBLINGS, type Sibling } from '../../../shared/publish/siblings.ts';
import { t } from '../../../shared/words/t.ts';
import type { Format } from '../draft/prepare.ts';
import { saveFile } from '../kit/save-file.ts';
import { readPacked } from './publishing.ts';

const WITHOUT_CONFIG: Sibling[] = [
  { name: 'selvedge.js', what: t`the tag itself, where data-config says where the config is` },
  ...REST.map((one) =>
    holdsConfig(one) ? { ...one, what: t`the rest of the tag: each page loads it at once` } : one,
  ),
  MEASURING,
  ...SIBLINGS,
];

async function save(name: string): Promise<void> {
  saveFile(name, new Blob([await readPacked(name)], { type: 'text/javascript' }));
}

/** A tag with the config inside brings its rest along; one that asks for the config has the one of the build. */
export function Siblings({ format }: { format: Format }) {
  const files = format === 'js' ? SIBLINGS : WITHOUT_CONFIG;
  return (
    <details>
      <summary>
        <ChevronRight class="turn" size={15} aria-hidden="true" />
        <span class="grow">{t`Files that belong beside the tag, once`}</span>
      </summary>
      <div class="why small">
        <p class="soft">{t`The tag loads them from its own folder.`}</p>
        {files.map(({ name, what }) => (
          <div key={name}>
            <button class="button" type="button" onClick={() => void save(name)}>
              <Download size={15} aria-hidden="true" /> {t`Save ${name}`}
            </button>
            <p class="soft">{what}</p>
          </div>
        ))}
      </div>
    </details>
  );
}
