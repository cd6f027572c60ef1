// Whether a list may still become another one: only where nobody can have looked at it.

const seen = new WeakSet<Element>();
/** Those that were there before they could be filled, and whether they had been there for longer. */
const known = new WeakMap<Element, { wasThere: boolean }>();
let observer: IntersectionObserver | undefined;

const note = (entries: IntersectionObserverEntry[]): void => {
  for (const { isIntersecting, target } of entries) if (isIntersecting) seen.add(target);
};

/** @param wasThere it may have been painted before anybody watched */
export function watchList(element: Element, wasThere: boolean): void {
  if (known.has(element)) return;
  known.set(element, { wasThere });
  observer ??= new IntersectionObserver(note);
  observer.observe(element);
}

/** Whether it was never in view: one that is not watched yet came in this very moment, and is not painted before the next. */
export function isUnseen(element: Element): boolean {
  const one = known.get(element);
  if (!one) return true;
  note(observer?.takeRecords() ?? []);
  if (seen.has(element)) return false;
  if (!one.wasThere || !element.getClientRects()[0]) return true;
  // above it may have been scrolled past
  return element.getBoundingClientRect().top >= innerHeight;
}
