// What the tag needs of the browser, taken once before the page can replace it.

const { setTimeout: timeout, clearTimeout: clear, console: log } = window;

/** Wall-clock time in ms since the epoch. */
export const now: () => number = Date.now;
/** Like setTimeout; delays past what a browser can hold (2^31 − 1 ms) are clamped. */
export const setTimer = (fn: () => void, ms: number): number =>
  timeout(fn, Math.max(0, Math.min(ms, 2 ** 31 - 1)));
export const clearTimer = (id: number | undefined): void => clear(id);
export const warnConsole: (...words: unknown[]) => void = log.warn.bind(log);
