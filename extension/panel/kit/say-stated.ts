// Says, for authors, that a figure is what the site stated of a buyer, and not what this browser remembers.

import type { Finding } from '../../../shared/engine/decide.ts';
import { t } from '../../../shared/words/t.ts';

/** @param said what was found; a segment says it in what is in it */
export const sayStated = ({ isStated, of }: Finding, said: string): string =>
  isStated?.() && !of ? t`As the site stated: ${said}` : said;
