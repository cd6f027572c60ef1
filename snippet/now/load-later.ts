// Brings the rest of the tag from beside it when the page is at rest, or as soon as somebody waits for it.
//
// `import()`, as for the other files beside the tag (snippet/beside.ts). It is asked for by what it holds, so that
// what a browser has kept of an earlier one is never paired with this.

import { atRest } from './at-rest.ts';
import type { Handover } from './handover.ts';
import { hear } from './hear.ts';

/** So long (ms) after a try that failed; by then a page that was being left is left. */
const PAUSE = 1_000;

export interface Later {
  takeOver(handover: Handover): void;
}

/**
 * Tries twice: Firefox ends what is being loaded as soon as a link is followed, and the page stays where that saves a file.
 *
 * @param address asked for when the page is at rest; the second time it is to name another module, as what has failed to
 *   load fails for good: https://html.spec.whatwg.org/multipage/webappapis.html#fetch-a-single-module-script
 * @param missing told once, where it does not come, or is late. Should it come after all, it is welcome
 * @returns what makes it come at once
 */
export function loadLater(
  address: (isAgain?: boolean) => string | Promise<string>,
  come: (later: Later) => void,
  missing: (why: unknown) => void,
): () => void {
  let isAsked = false;
  let isThere = false;
  let isOver = false;
  const end = (why: unknown) => {
    if (!isOver) missing(why);
    isOver = true;
  };
  const bring = async (isAgain?: boolean) => {
    let later: Later;
    try {
      later = await import(await address(isAgain));
    } catch (error) {
      if (isAgain) throw error;
      await new Promise((done) => setTimeout(done, PAUSE));
      await bring(true);
      return;
    }
    isThere = true;
    const { prerendering } = document as { prerendering?: boolean };
    // the first paint of a page that is not shown yet comes before it: this one would have to load what shows it
    if (prerendering) await new Promise((done) => hear('prerenderingchange', done));
    come(later);
  };
  const load = async () => {
    if (isAsked) return;
    isAsked = true;
    try {
      await bring();
    } catch (error) {
      end(error);
    }
  };
  atRest(load, (why) => isThere || end(why));
  return load;
}
