// Reads a config file that the author chose, aside: however long it is, the panel goes on.

import type { Imported } from '../../lib/draft/import-config.ts';
import { readAside } from '../../lib/reader/read-aside.ts';
import { sayError } from '../words/say-error.ts';

/** Never throws. */
export const openText = (text: string): Promise<Imported> =>
  readAside('import', text).catch((error) => ({
    kind: 'bad',
    problems: [
      { path: '', problem: sayError(error), remedy: 'Choose a smaller selvedge.json.', severity: 'error' },
    ],
  }));
