// What the tag needs of the browser, taken once before the page can replace it, and made quiet:
// what fails in a listener or a timer of ours is said in the console and is never the page's problem.

const { setTimeout: timeout, clearTimeout: clear, console: log } = window;
const { warn } = log ?? {};
const { addEventListener: listenOn, dispatchEvent: dispatchOn } = EventTarget.prototype;
/** Of anything: what a page hands over may be typed as nothing. */
export const { apply, get: readFrom } = Reflect;
/** Safari has none (https://bugs.webkit.org/show_bug.cgi?id=164193); pages may define one of their own, that throws. */
const { requestIdleCallback: rest } = window;

export const { URL, CustomEvent } = window;

/** Says it in the console the page began with, if there is one that works. */
export const warnConsole = (...words: unknown[]): void => {
  try {
    if (warn) apply(warn, log, words);
  } catch {
    // a page's own console: whoever reads it has no word from us, and the page no error
  }
};

const { now: clock } = Date;

/** Wall-clock time in ms since the epoch; the page's own `Date` while that makes sense, so that both agree. */
export const now = (): number => +Date.now() || clock();

/** What `fn` answers, or `otherwise` where it throws. */
export const attempt = <T>(fn: () => T, otherwise: T): T => {
  try {
    return fn();
  } catch (error) {
    warnConsole('[selvedge]', error);
    return otherwise;
  }
};

/** The same function, but it never throws. */
export const quiet =
  <Given extends unknown[]>(fn: (...given: Given) => unknown) =>
  (...given: Given): void =>
    attempt(() => void apply(fn, undefined, given), undefined);

/** The same function, but it never throws, and does nothing from the second call on. */
export const once = (fn: () => unknown): (() => void) => {
  let isDone = false;
  return quiet(() => {
    if (isDone) return;
    isDone = true;
    fn();
  });
};

/**
 * Like setTimeout; delays past what a browser can hold (2^31 − 1 ms) are clamped.
 *
 * @see https://developer.mozilla.org/en-US/docs/Web/API/Window/setTimeout#maximum_delay_value
 */
export const setTimer = (fn: () => void, ms: number): number =>
  timeout(quiet(fn), Math.max(0, Math.min(ms, 2 ** 31 - 1)));
export const clearTimer = (id: number | undefined): void => clear(id);

/** Listens for several types (separated by spaces), before the page's own listeners. */
export const listen = <E extends Event>(
  target: EventTarget,
  types: string,
  fn: (event: E) => unknown,
): void => {
  const all = types.split(' ');
  for (let i = 0; i < all.length; i++)
    apply(listenOn, target, [all[i], quiet(fn), { capture: true, passive: true }]);
};

/** Sends an event of ours through the document, even where a form has taken the name of what sends it. */
export const dispatch = (type: string, detail?: unknown): void =>
  attempt(() => void apply(dispatchOn, document, [new CustomEvent(type, { detail })]), undefined);

/** Calls `fn` when the page has time, at the latest after `patience` (ms). */
export const whenIdle = (fn: () => void, patience: number): void => {
  try {
    rest(quiet(fn), { timeout: patience });
  } catch {
    setTimer(fn, 50);
  }
};
