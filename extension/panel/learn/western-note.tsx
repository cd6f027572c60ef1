// That the letters of a file were no UTF-8, and as what they were read: whoever owns it sees by its values whether that is right.

import { t } from '../../../shared/words/t.ts';

export const WesternNote = ({ name }: { name: string }) => (
  <p class="tiny soft">
    {t`${name}: its letters are read as Windows-1252, as spreadsheets write a “CSV”. If they are wrong, save it as “CSV UTF-8” and choose it again.`}
  </p>
);
