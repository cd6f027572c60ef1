// A page begins: what the first file of a tag in two does as it runs, first in the page. It takes its place on `window`,
// shows what this visitor gets, and has the rest come when the page is at rest; after a refusal what listens in its place.
// What fails leaves the page its original.

import { isRobot } from '../../shared/page/robot.ts';
import type { Tag } from '../find-tag.ts';
import { KEY } from '../own-file.ts';
import { AGAIN, readPlace, takePlace } from '../own-place.ts';
import { atRest } from './at-rest.ts';
import { attempt, warn } from './attempt.ts';
import { denialIn, putBack, readDenial } from './denial.ts';
import type { Ears, Heard, Listener } from './ears.ts';
import { fileLeft } from './file-left.ts';
import { FILES, findBeside } from './find-beside.ts';
import { PROTOCOL } from './handover.ts';
import { hear } from './hear.ts';
import { type Later, loadLater } from './load-later.ts';
import { noteTouches } from './note-touches.ts';
import { eraseIfOurs, obey, type Refusal } from './obey.ts';
import { preload } from './preload.ts';
import { readSettings, readTag, type Started } from './start.ts';
import { createStub } from './stub.ts';

/**
 * @param table see shared/publish/compile-table.ts
 * @param start decides and shows, knowing what the page has asked so far
 * @returns undefined where nobody is to come
 */
export function beginBy(
  table: string,
  start: (queue: unknown[], tag: Tag, isRefused: boolean) => Started,
): Ears | undefined {
  const { version, q } = readPlace();
  if (version) {
    attempt(() => document.dispatchEvent(new CustomEvent(AGAIN)), false);
    return undefined;
  }
  const queue: unknown[] = Array.isArray(q) ? q : [];
  let started: Started = {};
  let heard: Heard | undefined;
  let hurry = () => {};
  const ears: Ears = {
    touches: noteTouches(),
    said: [],
    queue,
    denial: '',
    keep: () => putBack(ears.denial),
    bring() {
      if (ears.isQuiet) load();
      hurry();
    },
    erase: eraseIfOurs,
  };
  const { touches, said, bring } = ears;
  let isRefused = false;
  /** The page is what it would be without us, and there is nothing to take over. */
  const close = () => {
    started.painted?.undo();
    started.painted = undefined;
  };
  const refuse = (refusal: Refusal) => {
    isRefused = true;
    close();
    ears.keep();
    obey(refusal);
    ears.denial = readDenial();
  };
  const { api, heed, settle, serve, miss } = createStub(table, () => started.decided, refuse, ears);
  takePlace(api);
  // nobody is there to get anything
  if (isRobot(navigator.userAgent)) {
    miss();
    return undefined;
  }
  const { href } = location;
  const tag = readTag();
  const isMoot = attempt(() => !queue.filter(heed)[0], false);
  const show = () => {
    if (ears.isHere) return;
    close();
    ears.denial = readDenial();
    started = start(queue, tag, isRefused);
  };
  show();
  // kept for the back button: it is another view, and somebody may have refused meanwhile
  addEventListener('pageshow', ({ persisted }) => persisted && show());
  // one that is not shown yet begins anew, before it is painted: https://wicg.github.io/nav-speculation/prerendering.html
  const { prerendering } = document as { prerendering?: boolean };
  if (prerendering) hear('prerenderingchange', show);

  // until the rest is there: what would be lost is kept for it
  let isTwice = false;
  hear(AGAIN, () => {
    isTwice = true;
  });
  hear('selvedge:consent', (event) => {
    if (ears.isHere) return;
    const { detail } = event as CustomEvent<unknown>;
    said.push([detail, !!touches.isTouched]);
    if (detail === 'denied') refuse('denied by a tool');
  });
  // another tab refuses, erases or takes a refusal back, whoever is on the way here (listen/main.ts hears of it from then on)
  addEventListener('storage', ({ key, newValue }) => {
    if (key !== KEY || ears.isHere || heard) return;
    // not what is on file by now: this page may have cleared that since
    const denial = denialIn(newValue);
    if (denial || !newValue) {
      // what was decided from it goes too
      close();
      started = {};
    }
    if (ears.denial && !denial) bring();
    ears.denial = denial;
  });
  let isOnStandby = false;
  hear('selvedge:standby', () => {
    isOnStandby = true;
    if (!ears.isHere) close();
  });
  hear('selvedge:resume', () => {
    isOnStandby = false;
  });
  addEventListener('pagehide', () => {
    if (ears.isHere) return;
    ears.keep();
    if (!isRefused && started.decided) fileLeft(started.decided);
  });
  const come = ({ takeOver }: Later) => {
    ears.keep();
    ears.isHere = true;
    try {
      takeOver({
        protocol: PROTOCOL,
        tag,
        touches,
        href,
        isTwice,
        isOnStandby,
        said,
        heard,
        ...started,
        later: readSettings(table).later,
        preload,
        queue,
        serve,
      });
    } catch (error) {
      // another version's: nobody else hears what is said
      ears.isHere = false;
      throw error;
    }
  };
  const load = () => {
    ears.isQuiet = false;
    hurry = loadLater(
      (isAgain) => findBeside('later', table, tag, isAgain),
      come,
      (why) => {
        miss();
        warn(`${FILES.later}: it belongs beside the tag and did not come (${why})`);
      },
    );
  };
  const listen = async () => {
    try {
      const listener: Listener = await import(await findBeside('listen', table, tag));
      if (ears.isQuiet) heard = listener.listen(ears, api, settle);
    } catch {
      // nobody can: then the rest has to be there
      bring();
    }
  };
  ears.isQuiet = isMoot && started.decided === null;
  if (ears.isQuiet) atRest(listen, () => heard || bring());
  else load();
  return ears;
}
