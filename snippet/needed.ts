// What counts and what tells: in a published tag the parts that its config uses. The build makes a place of this name
// (build-measuring.mjs), and publishing cuts out the others (shared/publish/choose-measuring.ts).

import type { asking } from './ask/asking.ts';
import type { createCounting } from './measure/counting.ts';
import type { lent } from './measure/lent.ts';
import type { KeepRows } from './recommend/keeping-rows.ts';
import type { suggesting } from './recommend/suggesting.ts';
import type { createTelling } from './tell/telling.ts';
import type { Ways } from './tell/told.ts';

declare const __SELVEDGE_NEEDED__: Ways & {
  /** It shares what it needs of the tag by what is lent to it. */
  counting?: (...given: typeof lent) => typeof createCounting;
  telling?: typeof createTelling;
  asking?: typeof asking;
  suggesting?: typeof suggesting;
  rows?: KeepRows;
};

export const needed = __SELVEDGE_NEEDED__;
