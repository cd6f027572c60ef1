// Checks what a shown variant looks like, against the original: overflow, contrast, pictures without words, movement.

import { t } from '../../../shared/words/t.ts';
import type { Shift } from '../../wire/stage-shapes.ts';
import { findTouched } from '../targets/elements.ts';
import type { Exhibit, Report } from './bench.ts';
import { findLowContrast } from './contrast.ts';

export interface Before {
  overflowing: Set<Element>;
  isPageWide: boolean;
  places: Map<Element, DOMRect>;
}

const isClipped = (element: Element): boolean => {
  const { overflowX, overflowY } = getComputedStyle(element);
  const sideways = element.scrollWidth > element.clientWidth + 1;
  const down = element.scrollHeight > element.clientHeight + 1;
  const hides = (value: string) => value === 'hidden' || value === 'clip';
  return (
    element.clientWidth > 0 &&
    ((sideways && overflowX !== 'auto' && overflowX !== 'scroll') || (down && hides(overflowY)))
  );
};
const isPageWide = () => {
  const page = document.scrollingElement;
  return !!page && page.scrollWidth > page.clientWidth + 1;
};
/** The element and the boxes around it, where its text may not fit. */
const boxesOf = (element: Element) =>
  [element, element.parentElement, element.parentElement?.parentElement].filter(
    (box): box is Element => !!box && box !== document.body && box !== document.documentElement,
  );

export function lookBefore(touched: Element[]): Before {
  const places = new Map<Element, DOMRect>();
  for (const element of document.querySelectorAll('body *')) {
    const box = element.getBoundingClientRect();
    if (box.width && box.height && box.top < innerHeight && box.bottom > 0) places.set(element, box);
  }
  return {
    overflowing: new Set(touched.flatMap(boxesOf).filter(isClipped)),
    isPageWide: isPageWide(),
    places,
  };
}

const name = (element: Element) => {
  const ours = element.hasAttribute('data-selvedge') ? t`what is inserted` : element.localName;
  const id = element.id ? `#${element.id}` : '';
  return `${ours}${id}`;
};
const isTextual = (element: Element) =>
  [...element.childNodes, ...(element.shadowRoot?.childNodes ?? [])].some(
    (node) => node.nodeType === 3 && node.nodeValue?.trim(),
  );

/** The share of the window that moved, as the Layout Instability spec counts it, roughly. */
function measureShift(places: Before['places']): number {
  let area = 0;
  let far = 0;
  for (const [element, was] of places) {
    const now = element.getBoundingClientRect();
    const by = Math.max(Math.abs(now.x - was.x), Math.abs(now.y - was.y));
    if (by < 3 || element.children.length > 0) continue;
    area += Math.min(was.width * was.height, innerWidth * innerHeight);
    far = Math.max(far, by);
  }
  const size = innerWidth * innerHeight;
  return (Math.min(area, size) / size) * Math.min(1, far / Math.max(innerWidth, innerHeight));
}

/** @returns how far it moves what is in the window */
export function lookAt({ experience, variant, placements }: Exhibit, before: Before, report: Report): Shift {
  const at = { experience: experience.id, variant: variant.id };
  const touched = findTouched(placements).filter((element) => element.isConnected);
  const clipped = new Set(
    touched.flatMap(boxesOf).filter((box) => isClipped(box) && !before.overflowing.has(box)),
  );
  for (const box of clipped)
    report({
      ...at,
      kind: 'overflow',
      severity: 'warning',
      what: t`the text does not fit into ${name(box)}`,
      remedy: t`Make it shorter, or let the box grow.`,
    });
  if (!before.isPageWide && isPageWide())
    report({
      ...at,
      kind: 'overflow',
      severity: 'error',
      what: t`the page can be scrolled sideways at ${innerWidth} px width`,
      remedy: t`Make what you put in narrower, for example max-width: 100%.`,
    });

  const all = new Set(touched.flatMap((element) => [element, ...element.querySelectorAll('*')]));
  const reported = new Set<string>();
  for (const element of all) {
    if (!isTextual(element)) continue;
    const low = findLowContrast(element);
    const key = low && `${name(element)} ${low.ratio.toFixed(1)}`;
    if (!low || !key || reported.has(key)) continue;
    reported.add(key);
    report({
      ...at,
      kind: 'contrast',
      severity: 'warning',
      what: t`text of ${name(element)} stands out from its ground by ${low.ratio.toFixed(1)}:1; people need ${low.needed}:1`,
      remedy: t`Make the text darker or its ground lighter, or the other way round.`,
    });
  }
  for (const { change, index } of placements) {
    if (change.kind === 'image' && change.alt === undefined) {
      const isBare = touched.some((element) => element.localName === 'img' && !element.hasAttribute('alt'));
      if (isBare)
        report({
          ...at,
          change: index,
          kind: 'alt',
          severity: 'error',
          what: t`the picture has no words for who cannot see it`,
          remedy: t`Add an alt text; leave it empty if the picture only decorates.`,
        });
      else
        report({
          ...at,
          change: index,
          kind: 'alt',
          severity: 'warning',
          what: t`the new picture keeps the words of the old one`,
          remedy: t`Write an alt text for this picture.`,
        });
    }
  }
  for (const element of all)
    if (element.localName === 'img' && !element.hasAttribute('alt') && element.closest('[data-selvedge]'))
      report({
        ...at,
        kind: 'alt',
        severity: 'error',
        what: t`an inserted picture has no words for who cannot see it`,
        remedy: t`Add an alt text; leave it empty if the picture only decorates.`,
      });

  // what is there before the first paint moves nothing; what comes later does
  const isLate =
    experience.live === true || (experience.trigger !== undefined && experience.trigger.kind !== 'load');
  const shift = isLate ? measureShift(before.places) : 0;
  if (shift > 0.01)
    report({
      ...at,
      kind: 'shift',
      severity: shift > 0.1 ? 'error' : 'warning',
      what: t`the page moves under the reader when this comes in (${shift.toFixed(2)}; 0.10 is bad)`,
      remedy: t`Keep its place free, change the text only, or show it from the start.`,
    });
  return { ...at, score: shift, isLate };
}
