// Signs of trouble: clicking the same spot again and again, and pages that are not there.

const TIMES = 3;
/** Within this time (ms) … */
const WITHIN = 1000;
/** … and this distance (CSS pixels). */
const NEAR = 30;

export function watchRageClicks(raged: () => void): void {
  let clicks: MouseEvent[] = [];
  addEventListener(
    'click',
    (event) => {
      clicks = clicks.filter(
        (before) =>
          event.timeStamp - before.timeStamp < WITHIN &&
          Math.hypot(event.clientX - before.clientX, event.clientY - before.clientY) < NEAR,
      );
      // a click made by script or by the keyboard is no sign of anger
      if (event.isTrusted && event.detail) clicks.push(event);
      if (clicks.length < TIMES) return;
      clicks = [];
      raged();
    },
    true,
  );
}

/** Whether the server answered 404 to this page. */
export function isNotFound(): boolean {
  const [entry] = performance.getEntriesByType('navigation') as { responseStatus?: number }[];
  return entry?.responseStatus === 404;
}
