// What the tag needs of the browser, taken once before the page can replace it, and made quiet:
// what fails in a listener or a timer of ours is said in the console and is never the page's problem.

const { setTimeout: timeout, clearTimeout: clear, console: log } = window;
const listenOn = EventTarget.prototype.addEventListener;

export const warnConsole: (...words: unknown[]) => void = log.warn.bind(log);

const { now: clock } = Date;

/** Wall-clock time in ms since the epoch; the page's own `Date` while that makes sense, so that both agree. */
export const now = (): number => +Date.now() || clock();

/** The same function, but it never throws. */
export const quiet =
  <Given extends unknown[]>(fn: (...given: Given) => unknown) =>
  (...given: Given): void => {
    try {
      fn(...given);
    } catch (error) {
      warnConsole('[selvedge]', error);
    }
  };

/** Like setTimeout; delays past what a browser can hold (2^31 − 1 ms) are clamped. */
export const setTimer = (fn: () => void, ms: number): number =>
  timeout(quiet(fn), Math.max(0, Math.min(ms, 2 ** 31 - 1)));
export const clearTimer = (id: number | undefined): void => clear(id);

/** Listens for several types (separated by spaces), before the page's own listeners. */
export const listen = <E extends Event>(
  target: EventTarget,
  types: string,
  fn: (event: E) => unknown,
): void => {
  for (const type of types.split(' '))
    listenOn.call(target, type, quiet(fn) as unknown as EventListener, { capture: true, passive: true });
};
