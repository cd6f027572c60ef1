// How much of a page has been scrolled by: of the document, or of the scroller that covers most of the screen.
//
// App shells scroll in <main>, in <body>, or in a list within one within the other, and may take another one later; so
// the scroller is looked for each time. The tag and the preview measure with this, so they cannot disagree.

/** Of the screen. */
const MOST = 0.5;

/** How far it can be scrolled (CSS pixels). */
const rangeOf = ({ scrollHeight, clientHeight }: Element): number => scrollHeight - clientHeight;

const isScroller = (element: Element): boolean => {
  if (rangeOf(element) < 1 || element.closest('dialog,[role=dialog],[aria-modal=true]')) return false;
  if (!/auto|scroll|overlay/.test(getComputedStyle(element).overflowY) && !element.scrollTop) return false;
  const { top, bottom, left, right } = element.getBoundingClientRect();
  const height = Math.min(bottom, innerHeight) - Math.max(top, 0);
  const width = Math.min(right, innerWidth) - Math.max(left, 0);
  return height > 0 && width > 0 && height * width >= MOST * innerHeight * innerWidth;
};

/** The innermost element in the middle of the screen, through open shadow roots. */
const findMiddle = (root: DocumentOrShadowRoot = document): Element | null => {
  const element = root.elementFromPoint(innerWidth / 2, innerHeight / 2);
  const inner = element?.shadowRoot;
  return (inner && inner !== root && findMiddle(inner)) || element;
};

const { get } = Object.getOwnPropertyDescriptor(Node.prototype, 'parentElement') ?? {};
/** Of a form with a field of that name, too: going up by `parentElement` never ends there. */
const parentOf = (element: Element): Element | null => get?.call(element);

/** What scrolls this page: the document, where nothing that covers most of the screen has further to go. */
export function findScroller(): Element {
  // in quirks mode it is <body>; where that scrolls by itself there is none
  let best = document.scrollingElement ?? document.documentElement;
  for (let at: Element | null = findMiddle(); at; ) {
    if (at !== document.body || getComputedStyle(document.documentElement).overflowY !== 'visible')
      if (rangeOf(at) > rangeOf(best) && isScroller(at)) best = at;
    const root = at.getRootNode();
    at = at.assignedSlot ?? parentOf(at) ?? (root instanceof ShadowRoot ? root.host : null);
  }
  return best;
}

/** The share (0–1) of what scrolls this page that has come into view; 0 where nothing scrolls. */
export function seenShare(scroller = findScroller()): number {
  const { scrollTop, scrollHeight, clientHeight } = scroller;
  return rangeOf(scroller) < 1 ? 0 : Math.min(1, (scrollTop + clientHeight) / scrollHeight);
}
