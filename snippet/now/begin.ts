// A page begins: what a published file does as it runs, first in the page. It takes its place on `window`, shows what this
// visitor gets, and has the rest come when the page is at rest. What fails leaves the page its original.

import type { Tag } from '../find-tag.ts';
import { AGAIN, readPlace, takePlace } from '../own-place.ts';
import { readActive } from '../read-active.ts';
import { isRobot } from '../robot.ts';
import { attempt, warn } from './attempt.ts';
import { fileLeft } from './file-left.ts';
import { PROTOCOL } from './handover.ts';
import { type Later, loadLater } from './load-later.ts';
import { obey, type Refusal } from './obey.ts';
import type { Parts } from './parts.ts';
import { readSettings, readTag, type Started, startNow } from './start.ts';
import { statedIn } from './stated-in.ts';
import { createStub } from './stub.ts';

const LATER = 'selvedge-later.js';
const addressOf = (table: string, { address }: Tag): string => {
  const { later } = readSettings(table);
  return new URL(later ? `${LATER}?${later}` : LATER, address).href;
};

/** @param table see shared/publish/compile-table.ts */
export function begin(table: string, parts: Parts): void {
  const { version, q } = readPlace();
  if (version) {
    document.dispatchEvent(new CustomEvent(AGAIN));
    return;
  }
  const wasActive = readActive();
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
  const { api, serve, miss } = createStub(
    table,
    () => started.decided,
    () => hurry(),
    refuse,
  );
  takePlace(api);
  // nobody is there to get anything
  if (isRobot(navigator.userAgent)) {
    miss();
    return;
  }
  const { href } = location;
  const tag = readTag();
  started = startNow(table, parts, () => statedIn(queue), tag);

  // until the rest is there: what would be lost is kept for it
  let isHere = false;
  let isTwice = false;
  const said: unknown[] = [];
  document.addEventListener(AGAIN, () => {
    isTwice = true;
  });
  document.addEventListener('selvedge:consent', (event) => {
    if (isHere) return;
    const { detail } = event as CustomEvent<unknown>;
    said.push(detail);
    if (detail === 'denied') refuse('denied by a tool');
  });
  document.addEventListener('selvedge:standby', () => isHere || close());
  addEventListener('pagehide', () => {
    if (!isHere && !isRefused && started.decided) fileLeft(started.decided);
  });
  const come = ({ takeOver }: Later) => {
    isHere = true;
    takeOver({ protocol: PROTOCOL, tag, wasActive, href, isTwice, said, ...started, queue, serve });
  };
  const address = () => attempt(() => addressOf(table, tag), `./${LATER}`);
  hurry = loadLater(address, come, (why) => {
    miss();
    warn(`${LATER}: it belongs beside the tag and is not there (${why})`);
  });
}
