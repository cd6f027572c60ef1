// The files that belong beside the tag, to be saved once: without them a visitor cannot open their own view.

import { ChevronRight, Download } from 'lucide-preact';
import { SIBLINGS } from '../../../shared/publish/siblings.ts';
import { saveFile } from '../kit/save-file.ts';
import { readPacked } from './publishing.ts';

async function save(name: string): Promise<void> {
  saveFile(name, new Blob([await readPacked(name)], { type: 'text/javascript' }));
}

export function Siblings() {
  return (
    <details>
      <summary>
        <ChevronRight class="turn" size={15} aria-hidden="true" />
        <span class="grow">Two files belong beside the tag, once</span>
      </summary>
      <div class="why small">
        <p class="soft">The tag loads them from its own folder when they are needed, never before.</p>
        {SIBLINGS.map(({ name, what }) => (
          <div key={name}>
            <button class="button" type="button" onClick={() => void save(name)}>
              <Download size={15} aria-hidden="true" /> Save {name}
            </button>
            <p class="soft">{what}</p>
          </div>
        ))}
      </div>
    </details>
  );
}
