// In which form the site in front has its config: as far as that is not known, inside of the tag.

import { pageConfig } from '../site/page.ts';
import type { Format } from './prepare.ts';

/** As the page in front has it: a tag with the config inside, or a config beside it. */
export const formatHere = (): Format =>
  pageConfig.value.kind !== 'ok' || pageConfig.value.from === 'tag' ? 'js' : 'json';
