// Signs of trouble: clicking the same spot again and again, and pages that are not there.

import { listen } from '../native.ts';

const TIMES = 3;
/** Within this time (ms) … */
const WITHIN = 1000;
/** … and this distance (CSS pixels). */
const NEAR = 30;

export function watchRageClicks(raged: () => void): void {
  let clicks: MouseEvent[] = [];
  listen<MouseEvent>(window, 'click', (event) => {
    const { timeStamp, clientX, clientY } = event;
    clicks = clicks.filter(
      (before) =>
        timeStamp - before.timeStamp < WITHIN &&
        Math.hypot(clientX - before.clientX, clientY - before.clientY) < NEAR,
    );
    // a click made by script or by the keyboard is no sign of anger
    if (event.isTrusted && event.detail) clicks.push(event);
    if (clicks.length < TIMES) return;
    clicks = [];
    raged();
  });
}

/** Whether the server answered 404 to this page. */
export function isNotFound(): boolean {
  const [entry] = performance.getEntriesByType('navigation') as { responseStatus?: number }[];
  return entry?.responseStatus === 404;
}
