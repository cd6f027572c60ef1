// Waits until a page is painted and at rest, and no longer than that makes sense.

/** So long (ms) after the page has loaded what was asked for then counts as missing. */
const PATIENCE = 10_000;
/** Longer than this (ms) a page that never rests, or is never painted, is not waited for. */
const UNREST = 2_000;

/**
 * What the browser has kept is loaded, and the page idle, before anything is on the screen: so the paint is waited for,
 * where the browser tells of it.
 *
 * @param act done once when the page is at rest; at once where it has no timers
 * @param late told so when it has had its time
 */
export function atRest(act: () => unknown, late: (why: 'slow') => unknown): void {
  let isPainted = false;
  const painted = () => {
    if (isPainted) return;
    isPainted = true;
    try {
      const { requestIdleCallback: whenIdle }: { requestIdleCallback?: typeof requestIdleCallback } = window;
      // Safari has none: https://bugs.webkit.org/show_bug.cgi?id=164193
      if (whenIdle) whenIdle(act, { timeout: UNREST });
      else setTimeout(act, 50);
    } catch {
      act();
    }
  };
  const loaded = () => {
    try {
      setTimeout(late, PATIENCE, 'slow');
      setTimeout(painted, UNREST);
      // https://w3c.github.io/paint-timing/
      new PerformanceObserver(painted).observe({ type: 'paint', buffered: true });
    } catch {
      painted();
    }
  };
  if (document.readyState === 'complete') loaded();
  else addEventListener('load', loaded);
}
