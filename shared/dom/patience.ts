// Looks again for what waits for its framework: React says nothing when it is done. Ever less often, as an island may wait
// for as long as nobody looks at it.
import { wait } from './native.ts';

/** The first pause, what each adds to it, and the longest, in ms. */
const FIRST = 50;
const MORE = 5;
const MOST = 1000;

export interface Patience {
  /** A pass begins. */
  begin(): void;
  /** Something waits: looks again, once for all that do. */
  wait(): void;
  /** A pass is over: where nothing waits any more, the next wait begins anew. */
  end(): void;
}

export function createPatience(look: () => void): Patience {
  let isWaiting = false;
  /** How often in a row something waited. */
  let turns = 0;
  return {
    begin() {
      isWaiting = false;
    },
    wait() {
      if (isWaiting) return;
      isWaiting = true;
      wait(look, Math.min(FIRST + MORE * turns++, MOST));
    },
    end() {
      if (!isWaiting) turns = 0;
    },
  };
}
