// The key that leads from a page into the panel beside it, as words at the end of a sentence: both browsers have it, but
// Chrome on a Mac has another.

import { t } from '../../shared/words/t.ts';

export const ORS_PANE_KEY = /mac/i.test(navigator.platform) ? '' : t` or press F6`;
