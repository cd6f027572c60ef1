// A page begins: what a published file does as it runs, first in the page. It takes its place on `window`, shows what this
// visitor gets, and has the rest come when the page is at rest. What fails leaves the page its original.

import type { Tag } from '../find-tag.ts';
import { AGAIN, readPlace, takePlace } from '../own-place.ts';
import { isRobot } from '../robot.ts';
import { attempt, warn } from './attempt.ts';
import { fileLeft } from './file-left.ts';
import { type Handover, PROTOCOL } from './handover.ts';
import { type Later, loadLater } from './load-later.ts';
import { noteTouches } from './note-touches.ts';
import { obey, type Refusal } from './obey.ts';
import type { Parts } from './parts.ts';
import { preload } from './preload.ts';
import { readSettings, readTag, type Started, startNow } from './start.ts';
import { statedIn } from './stated-in.ts';
import { createStub } from './stub.ts';

const LATER = 'selvedge-later.js';
/** Where the rest is to be had, when it may be had. */
async function findRest(table: string, { address }: Tag, isAgain?: boolean): Promise<string> {
  const { later, integrity } = readSettings(table);
  // a fragment makes it another module of the same file
  const name = `${LATER}${later ? `?${later}` : ''}${isAgain ? '#again' : ''}`;
  // beside this script, which `import()` knows by itself, and a link does not
  const from = address ? new URL(name, address).href : `./${name}`;
  if (address || integrity) await preload(from, integrity);
  return from;
}

/** @param table see shared/publish/compile-table.ts */
export function begin(table: string, parts: Parts): void {
  const { version, q } = readPlace();
  if (version) {
    document.dispatchEvent(new CustomEvent(AGAIN));
    return;
  }
  const touches = noteTouches();
  const queue: unknown[] = Array.isArray(q) ? q : [];
  let started: Started = {};
  let hurry = () => {};
  let isRefused = false;
  /** The page is what it would be without us, and there is nothing to take over. */
  const close = () => {
    started.painted?.undo();
    started.painted = undefined;
  };
  const refuse = (refusal: Refusal) => {
    isRefused = true;
    close();
    obey(refusal);
  };
  const { api, heed, serve, miss } = createStub(
    table,
    () => started.decided,
    () => hurry(),
    refuse,
    () => !!touches.isTouched,
  );
  takePlace(api);
  // nobody is there to get anything
  if (isRobot(navigator.userAgent)) {
    miss();
    return;
  }
  const { href } = location;
  const tag = readTag();
  attempt(() => queue.forEach(heed), undefined);
  let isHere = false;
  const show = () => {
    if (!isHere && !isRefused) started = startNow(table, parts, () => statedIn(queue), tag);
  };
  show();
  // one that is not shown yet begins anew, before it is painted: https://wicg.github.io/nav-speculation/prerendering.html
  const { prerendering } = document as { prerendering?: boolean };
  if (prerendering) document.addEventListener('prerenderingchange', show);

  // until the rest is there: what would be lost is kept for it
  let isTwice = false;
  const said: Handover['said'] = [];
  document.addEventListener(AGAIN, () => {
    isTwice = true;
  });
  document.addEventListener('selvedge:consent', (event) => {
    if (isHere) return;
    const { detail } = event as CustomEvent<unknown>;
    said.push([detail, !!touches.isTouched]);
    if (detail === 'denied') refuse('denied by a tool');
  });
  document.addEventListener('selvedge:standby', () => isHere || close());
  addEventListener('pagehide', () => {
    if (!isHere && !isRefused && started.decided) fileLeft(started.decided);
  });
  const come = ({ takeOver }: Later) => {
    isHere = true;
    takeOver({
      protocol: PROTOCOL,
      tag,
      touches,
      href,
      isTwice,
      said,
      ...started,
      preload,
      queue,
      serve,
    });
  };
  hurry = loadLater(
    (isAgain) => findRest(table, tag, isAgain),
    come,
    (why) => {
      miss();
      warn(`${LATER}: it belongs beside the tag and is not there (${why})`);
    },
  );
}
