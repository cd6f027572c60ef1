// What whoever installs alone would find out last: without a visitor's consent nothing is remembered, and how it is given.

import { t } from '../../../shared/words/t.ts';
import { CopyButton } from '../kit/copy-button.tsx';
import { Note } from '../kit/note.tsx';
import { config } from './page.ts';

const GRANT = "selvedge.consent('granted')";

/** Nothing, where what is shown says that consent is implied. */
export function ConsentNote() {
  if (config.value?.config.privacy?.consent === 'implied') return null;
  return (
    <Note>
      <div class="make-form small">
        <strong>{t`Nothing is remembered until a visitor agrees`}</strong>
        <p>{t`Until then everybody is somebody new: rules about earlier pages, visits or orders hold for nobody.`}</p>
        <p>{t`A consent tool on your site is heard by itself where it speaks Google Consent Mode, IAB TCF or IAB GPP. Without one, have your own button or banner run this when a visitor agrees:`}</p>
        <pre>{GRANT}</pre>
        <div class="row">
          <CopyButton text={GRANT} label={t`Copy the call`} />
        </div>
        <p>{t`Where you need not ask, write data-consent="implied" into the tag’s line.`}</p>
      </div>
    </Note>
  );
}
