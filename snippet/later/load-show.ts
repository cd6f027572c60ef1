// Loads what puts changes on the page, from beside this file. It is asked for by what it holds, as this one is, where both
// are published, and twice where it does not come at once (now/load-later.ts).

import { setTimer, URL } from '../native.ts';
import type { preload } from '../now/preload.ts';
import type { showing } from '../show/main.ts';
import { lent } from './lent.ts';

export const FILE = 'selvedge-show.js';
/** So long (ms) after a try that failed; by then a page that was being left is left. */
const PAUSE = 1_000;

export type Showing = typeof showing;

interface File {
  /** @throws where the two are of different versions */
  begin(given: typeof lent): Showing;
}

/** Publishing puts it in, as a literal; until then it is a text. `of`: what this file is asked for by. */
declare const __SELVEDGE_SHOW__: { hash?: string; integrity?: string; of?: string };

/**
 * @param asked what the rest was asked for by
 * @throws where that is of another publish, as its words would not be those on the page
 */
export async function loadShow(fetchAhead: typeof preload, asked: string | undefined): Promise<Showing> {
  const { hash, integrity, of } = __SELVEDGE_SHOW__;
  if (asked !== of) throw new Error('selvedge.js and selvedge-later.js are of two publishes');
  const load = async (again: string): Promise<File> => {
    // a fragment makes it another module of the same file
    const address = new URL(`${FILE}${hash ? `?${hash}` : ''}${again}`, import.meta.url).href;
    await fetchAhead(address, integrity);
    return import(address);
  };
  let file: File;
  try {
    file = await load('');
  } catch {
    await new Promise<void>((done) => {
      setTimer(done, PAUSE);
    });
    file = await load('#again');
  }
  return file.begin(lent);
}
