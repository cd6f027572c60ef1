// What lies where a draft would be: one that was thrown away, or one that this release cannot read.

import { Download, Undo2 } from 'lucide-preact';
import { t } from '../../../shared/words/t.ts';
import { Ask } from '../kit/ask.tsx';
import { Note } from '../kit/note.tsx';
import { saveFile } from '../kit/save-file.ts';
import { sayMoment } from '../kit/say-moment.ts';
import { bringDraftBack, leftOver, removeLeftOver } from './desk.ts';

export function LeftOver() {
  const found = leftOver.value;
  if (found.kind === 'thrown')
    return (
      <Note tone="plain">
        <span>{t`You threw a draft away, ${sayMoment(found.at)}. It is kept until you begin another.`}</span>
        <button class="button" type="button" onClick={() => void bringDraftBack()}>
          <Undo2 size={15} aria-hidden="true" /> {t`Bring it back`}
        </button>
      </Note>
    );
  if (found.kind === 'unreadable')
    return (
      <Note tone="warn">
        <span>{t`A draft is kept here that this release of the extension cannot read: a newer one made it, or it is damaged. It stays as it is until you decide. If you have gone back to an older extension, update it and the draft opens.`}</span>
        <div class="row">
          <button
            class="button"
            type="button"
            onClick={() =>
              saveFile(
                'selvedge-unread-draft.json',
                new Blob([JSON.stringify(found.raw, undefined, 2)], { type: 'application/json' }),
              )
            }
          >
            <Download size={15} aria-hidden="true" /> {t`Save what is there`}
          </button>
          <Ask
            label={t`Throw it away`}
            question={t`Throw away what is kept here? This cannot be undone: save it first.`}
            yes={t`Throw it away`}
            act={removeLeftOver}
          />
        </div>
      </Note>
    );
  return null;
}
