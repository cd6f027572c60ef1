// A sign of trouble: clicking the same spot again and again while nothing happens.

import { clearTimer, listen, setTimer } from '../native.ts';

const TIMES = 3;
/** Within this time (ms) … */
const WITHIN = 1000;
/** … and this distance (CSS pixels). */
const NEAR = 30;

/** What tells that a click did something. (The focus that a click itself gives comes before it.) */
const SIGNS = 'input change submit toggle focusin scroll blur pagehide';
/** What does something of its own that cannot be seen from here. */
const BUSY = 'input:not([type=button],[type=submit]),textarea,select,video,audio,canvas,[contenteditable]';
/** A field beside a button may be what it sets, and what fields hold is never read. */
const SET = ':scope>input:not([type=email],[type=password],[type=search],[type=submit])';

/** What is added for statistics changes nothing for the visitor. */
const isSilent = ({ addedNodes }: MutationRecord): boolean =>
  [...addedNodes].some(({ nodeName }) => /^(script|iframe)$/i.test(nodeName));

interface Click {
  event: MouseEvent;
  /** what was clicked, in whatever open root: the event itself forgets that once it has been told */
  element: Element;
}

const findButton = ({ element }: Click) => element.closest<HTMLAnchorElement>('button,a,[role=button]');

const isBusy = (click: Click): boolean => {
  const { event, element } = click;
  const button = findButton(click);
  // a link leads elsewhere, to another page or program, by itself
  const href = `${button?.href ?? 'javascript:'}`;
  const isAway = !/^javascript:/i.test(href) && !event.defaultPrevented;
  return !!(
    element.closest(BUSY) ??
    button?.parentElement?.querySelector(SET) ??
    // what is closed to us does we know not what
    ((element.localName.includes('-') && !element.shadowRoot) ||
      (isAway && href.split('#')[0] !== location.href.split('#')[0]))
  );
};

/** A link to `#` leads nowhere. */
const readAddress = (): string => location.href.replace(/#$/, '');

/** Calls `raged` once nothing has come of several clicks on one spot, a second after the last. */
export function watchRageClicks(raged: () => void): void {
  let clicks: Click[] = [];
  let timer: number | undefined;
  let address = '';
  const forget = () => {
    clicks = [];
    eyes.disconnect();
    clearTimer(timer);
  };
  const eyes = new MutationObserver((records) => {
    if (!records.every(isSilent)) forget();
  });
  listen(window, SIGNS, forget);
  listen(document, 'selectionchange', () => {
    // clicking a button twice may select what stands beside it
    if (getSelection()?.type === 'Range' && !clicks.some(findButton)) forget();
  });
  listen<MouseEvent>(window, 'click', (event) => {
    // a click made by script or by the keyboard is no sign of anger
    if (!event.isTrusted || !event.detail) return;
    const { timeStamp, clientX, clientY } = event;
    const path = event.composedPath();
    clicks = clicks.filter(
      ({ event: before }) =>
        timeStamp - before.timeStamp < WITHIN &&
        Math.hypot(clientX - before.clientX, clientY - before.clientY) < NEAR,
    );
    if (!clicks[0]) {
      address = readAddress();
      for (const root of [document, ...path])
        if (root instanceof Document || root instanceof ShadowRoot)
          eyes.observe(root, { subtree: true, childList: true, attributes: true, characterData: true });
    }
    clicks.push({ event, element: path[0] as Element });
    clearTimer(timer);
    timer = setTimer(() => {
      const isRage = clicks.length >= TIMES && address === readAddress() && !clicks.some(isBusy);
      forget();
      if (isRage) raged();
    }, WITHIN);
  });
}
