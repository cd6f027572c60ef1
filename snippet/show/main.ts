// What puts changes on the page, as a file of its own beside the tag (selvedge-show.js): the rest of a tag in two files
// asks for it where something is to be shown. Of the browser's functions, and of what is ours on the page, it has what
// that lends it (later/lent.ts).

import { createApplier } from '../../shared/dom/applier.ts';
import { takeOver } from '../../shared/dom/take-over.ts';

/** What beginning the file answers (build-tag.mjs). */
export const showing = { createApplier, takeOver };
