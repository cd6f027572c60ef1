// The lines of the next page as they go on file: in slices, so that nobody feels it, and once more when more is ready.

import type { Profile } from '../../shared/engine/profile.ts';
import type { Program } from '../../shared/engine/view.ts';
import type { FiledLines } from '../begun.ts';
import { idle } from '../idle.ts';
import { listen, now } from '../native.ts';
import { readLeft } from '../remember/snapshot.ts';
import { keepLines } from './keep-lines.ts';

/** A slice's length in ms. */
const SLICE = 4;
/** The last one's: nobody looks at a page that is left, and what is not ready by then is unknown on the next. */
const LAST = 25;

export function fileLines(program: Program, profile: () => Profile, refile: () => void): FiledLines {
  const lines = keepLines(program, profile);
  let slice = SLICE;
  let isWaiting = false;
  const goOn = () => {
    isWaiting = false;
    refile();
  };
  // who comes back by the back button goes on
  listen(window, 'pagehide pageshow', ({ type }) => {
    slice = type === 'pagehide' ? LAST : SLICE;
    if (slice === LAST && isWaiting) goOn();
  });
  return {
    happened: lines.happened,
    forNext() {
      const start = now();
      const isReady = lines.work(() => now() - start > slice);
      if (!isReady && !isWaiting) {
        isWaiting = true;
        void idle().then(goOn);
      }
      return { now: lines.remembered(), left: readLeft() };
    },
  };
}
