// Reads a config file that the author chose, aside: however long it is, the panel goes on.

import { t } from '../../../shared/words/t.ts';
import type { Imported } from '../../reader/import-config.ts';
import { readAside } from '../../reader/read-aside.ts';
import { sayError } from '../kit/say-error.ts';

/** Never throws. */
export const openText = (text: string): Promise<Imported> =>
  readAside('import', text).catch((error) => ({
    kind: 'bad',
    problems: [
      { path: '', problem: sayError(error), remedy: t`Choose a smaller selvedge.json.`, severity: 'error' },
    ],
  }));
