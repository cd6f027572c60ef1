// A page begins: what a published file does as it runs, first in the page. It takes its place on `window`, shows what this
// visitor gets, and has the rest come when the page is at rest. The only try/catch around everything.

import type { Settings } from '../../shared/engine/lines/settings.ts';
import { findLines, SETTINGS } from '../../shared/engine/lines/table.ts';
import { parseJson } from '../../shared/engine/native.ts';
import { findTag } from '../find-tag.ts';
import { AGAIN, readPlace, takePlace } from '../own-place.ts';
import { readActive } from '../read-active.ts';
import { isRobot } from '../robot.ts';
import { fileLeft } from './file-left.ts';
import { PROTOCOL } from './handover.ts';
import { type Later, loadLater } from './load-later.ts';
import type { Parts } from './parts.ts';
import { startNow } from './start.ts';
import { statedIn } from './stated-in.ts';
import { createStub } from './stub.ts';

const LATER = 'selvedge-later.js';

function go(table: string, parts: Parts): void {
  const { version, q } = readPlace();
  if (version) {
    document.dispatchEvent(new CustomEvent(AGAIN));
    return;
  }
  const { later }: Settings = parseJson(findLines(table, SETTINGS)[0] ?? '{}');
  const wasActive = readActive();
  const tag = findTag();
  const { href } = location;
  const queue: unknown[] = Array.isArray(q) ? q : [];
  const { decided, painted } = startNow(table, parts, statedIn(queue));
  const close = () => {};
  let hurry = () => {};
  const { api, serve, miss } = createStub(table, decided, queue, () => hurry(), close);
  takePlace(api);
  // nobody is there to get anything
  if (isRobot(navigator.userAgent)) {
    miss();
    return;
  }
  let isHere = false;
  addEventListener('pagehide', () => {
    if (!isHere && decided) fileLeft(decided);
  });
  let isTwice = false;
  document.addEventListener(AGAIN, () => {
    isTwice = true;
  });
  const come = ({ takeOver }: Later) => {
    isHere = true;
    takeOver({ protocol: PROTOCOL, tag, wasActive, href, isTwice, decided, painted, queue, serve });
  };
  hurry = loadLater(new URL(`${LATER}?${later}`, tag.address).href, come, (why) => {
    miss();
    warn(`${LATER}: it belongs beside the tag and is not there (${why})`);
  });
}

const warn = (message: unknown): void => console.warn('[selvedge]', message);

/** @param table see shared/publish/compile-table.ts */
export function begin(table: string, parts: Parts): void {
  try {
    go(table, parts);
  } catch (error) {
    // never the page's problem
    warn(error);
  }
}
