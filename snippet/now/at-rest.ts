// Waits until a page is at rest, and no longer than that makes sense.

/** So long (ms) after the page has loaded what was asked for then counts as missing. */
const PATIENCE = 10_000;
/** Longer than this (ms) a page that never rests is not waited for. */
const UNREST = 2_000;

/**
 * @param act done when the page is at rest; at once where it has no timers
 * @param late told so when it has had its time
 */
export function atRest(act: () => unknown, late: (why: 'slow') => unknown): void {
  const rest = () => {
    try {
      const { requestIdleCallback: whenIdle }: { requestIdleCallback?: typeof requestIdleCallback } = window;
      // Safari has none: https://bugs.webkit.org/show_bug.cgi?id=164193
      if (whenIdle) whenIdle(act, { timeout: UNREST });
      else setTimeout(act, 50);
      setTimeout(late, PATIENCE, 'slow');
    } catch {
      act();
    }
  };
  if (document.readyState === 'complete') rest();
  else addEventListener('load', rest);
}
