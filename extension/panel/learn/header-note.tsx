// That the columns of a table are named further down, and that what stands above is no row of it.

import { t } from '../../../shared/words/t.ts';

export const HeaderNote = ({ name, line }: { name: string; line: number }) => (
  <p class="tiny soft">{t`${name}: the columns are named in line ${line}; what is above was left out.`}</p>
);
