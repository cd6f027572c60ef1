// When a question may come: not while somebody writes, answers something else, or looks at another tab; and what stands in
// the page only out of view, so that nothing moves under whoever reads.
// what has the focus in a frame is that frame's own: it may be a card's number
const FIELDS = 'input,textarea,select,iframe,[contenteditable]:not([contenteditable=false])';
/** What wants an answer of its own, ours too. */
const DIALOGS =
  'dialog[open],[role=dialog],[role=alertdialog],[aria-modal=true],selvedge-privacy,selvedge-block[data-at]:not([hidden])';
/** After these it may be another moment. */
const TURNS = ['focusout', 'close', 'click', 'keyup', 'scroll', 'visibilitychange', 'resize'];

/** What has the focus, within roots too. */
export function findFocused(root: DocumentOrShadowRoot = document): Element | null {
  const { activeElement } = root;
  return activeElement?.shadowRoot ? findFocused(activeElement.shadowRoot) : activeElement;
}

const isSeen = (element: Element): boolean =>
  element.getClientRects().length > 0
    ? getComputedStyle(element).visibility !== 'hidden'
    : // a dialog of ours is seen by what is in its root
      element.localName.startsWith('selvedge-');

const isBusy = (): boolean =>
  document.visibilityState !== 'visible' ||
  !!findFocused()?.matches(FIELDS) ||
  [...document.querySelectorAll(DIALOGS)].some(isSeen);

/** Whether all of it would come below what is seen. It is shown for that, and never painted so. */
function isBelow(host: HTMLElement): boolean {
  host.hidden = false;
  const { top } = host.getBoundingClientRect();
  host.hidden = true;
  return top >= innerHeight;
}

/** @param isOver over the page, where nothing moves */
export const isMoment = (host: HTMLElement, isOver: boolean): boolean =>
  !isBusy() && (isOver || isBelow(host));

/** @param act called at the first moment, once; never where the host is on the page no more */
export function atMoment(host: HTMLElement, isOver: boolean, act: () => void): void {
  const controller = new AbortController();
  let isAsked = false;
  const look = () => {
    isAsked = false;
    try {
      if (controller.signal.aborted) return;
      if (host.isConnected && !isMoment(host, isOver)) return;
      controller.abort();
      if (host.isConnected) act();
    } catch {
      // a page may have broken what it needs
    }
  };
  look();
  for (const turn of TURNS)
    addEventListener(
      turn,
      () => {
        // once what it does is done
        if (!isAsked) setTimeout(look);
        isAsked = true;
      },
      { capture: true, passive: true, signal: controller.signal },
    );
}

/** Goes out of the way of what has the focus: to the other end of the window, or for so long away. */
export function keepOffFocus(host: HTMLElement): void {
  const controller = new AbortController();
  const isOn = (element: Element): boolean => {
    const one = element.getBoundingClientRect();
    const other = host.getBoundingClientRect();
    return (
      one.top < other.bottom && one.bottom > other.top && one.left < other.right && one.right > other.left
    );
  };
  const look = (event?: Event) => {
    if (!host.isConnected || host.hidden) return controller.abort();
    const focused = findFocused();
    if (host.shadowRoot?.contains(focused)) return;
    // who scrolls by the pointer has the eyes elsewhere, and sees nothing jump
    if (event?.type === 'scroll' && !focused?.matches(':focus-visible')) return;
    host.toggleAttribute('data-away', false);
    if (!focused || focused === document.body) return;
    if (isOn(focused)) host.toggleAttribute('data-up');
    if (isOn(focused)) host.toggleAttribute('data-away', true);
  };
  look();
  // what gets the focus may be brought into view only after that
  for (const turn of ['focusin', 'focusout', 'scroll', 'resize'])
    addEventListener(turn, look, { capture: true, passive: true, signal: controller.signal });
}
