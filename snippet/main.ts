// The tag in one file: what it does stands in boot.ts. The only try/catch around everything.

import { createApplier } from '../shared/dom/applier.ts';
import { boot, yieldToFirst } from './boot.ts';
import { warnConsole } from './native.ts';
import { readPlace, takePlace } from './own-place.ts';
import { readActive } from './read-active.ts';

try {
  const { version, q } = readPlace();
  if (version) yieldToFirst();
  else boot({ wasActive: readActive() }, q, takePlace, createApplier);
} catch (error) {
  // never the page's problem
  warnConsole('[selvedge] stopped; the page is not changed.', error);
}
