// Hears the consent tools that have a function on `window`, whenever they come, and whichever comes after them.

import { lookAgain } from '../look-again.ts';
import { listen, quiet } from '../native.ts';
import { createAsk } from './ask.ts';
import { createGpp } from './gpp.ts';
import type { Said } from './standing.ts';
import { createTcf } from './tcf.ts';

/** Must come before whoever hears events: refusals are heard first. */
export function watchTools(say: (said: Said) => unknown): void {
  const messages = (fn: (event: MessageEvent) => void) => listen(window, 'message', fn);
  lookAgain(createAsk('__tcfapi', messages, () => quiet(createTcf(say))));
  lookAgain(createAsk('__gpp', messages, () => quiet(createGpp(say))));
}
