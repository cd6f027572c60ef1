// Says of a form that it holds what was begun before, and takes that away.

import { t } from '../../../../shared/words/t.ts';

export const BegunNote = ({ isOld, end }: { isOld: boolean; end(): void }) =>
  isOld ? (
    <p class="row tiny soft">
      <span class="grow">{t`You began this before; it is as you left it.`}</span>
      <button class="button plain" type="button" onClick={end}>{t`Begin anew`}</button>
    </p>
  ) : null;
