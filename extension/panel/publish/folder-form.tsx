// Publish into a folder on this computer, where the browser can: for who keeps the site's files there.

import { useSignal, useSignalEffect } from '@preact/signals';
import { FolderOpen } from 'lucide-preact';
import { REST, SIBLINGS } from '../../../shared/publish/siblings.ts';
import { t } from '../../../shared/words/t.ts';
import { origin } from '../draft/desk.ts';
import type { Format } from '../draft/prepare.ts';
import { sayError } from '../kit/say-error.ts';
import type { Folder } from './folder.ts';
import { readFolder } from './folder-store.ts';
import { isPublishing } from './outcome-here.ts';
import { canPickFolder, pickFolder, publishToFolder } from './publish-folder.ts';

export function FolderForm({ format, isReady, verb }: { format: Format; isReady: boolean; verb: string }) {
  const folder = useSignal<Folder | undefined>(undefined);
  const trouble = useSignal('');
  useSignalEffect(() => {
    const at = origin.value;
    if (at === undefined || !canPickFolder()) return;
    void readFolder(at)
      .catch(() => undefined)
      .then((kept) => {
        folder.value ??= kept?.folder;
      });
  });
  if (!canPickFolder()) return null;
  const pick = async () => {
    trouble.value = '';
    try {
      folder.value = (await pickFolder()) ?? folder.value;
    } catch (error) {
      trouble.value = t`The folder could not be opened (${sayError(error)}). Choose another, or save a file.`;
    }
  };
  const chosen = folder.value;
  const beside = REST.length + SIBLINGS.length;
  return (
    <div class="make-form">
      <p class="small soft">
        {format === 'js'
          ? t`The folder gets selvedge.js, the ${beside} files that belong beside it, and selvedge.json, which your pages do not need.`
          : t`The folder gets selvedge.js, the ${beside} files that belong beside it, and selvedge.json.`}{' '}
        {t`If it is not your site’s own folder, upload them from there, selvedge.js last. What somebody else changed there is never overwritten unseen.`}
      </p>
      {chosen && (
        <button
          class="button main"
          type="button"
          disabled={!isReady || isPublishing.value}
          onClick={() => void publishToFolder(chosen, format)}
        >
          <FolderOpen size={15} aria-hidden="true" /> {t`${verb} into the folder ${chosen.name}`}
        </button>
      )}
      <button class={`button ${chosen ? 'plain' : 'main'}`} type="button" onClick={() => void pick()}>
        {!chosen && <FolderOpen size={15} aria-hidden="true" />}
        {chosen ? t`Choose another folder` : t`Choose a folder on this computer`}
      </button>
      {trouble.value && (
        <p class="small make-warn" role="alert">
          {trouble.value}
        </p>
      )}
    </div>
  );
}
