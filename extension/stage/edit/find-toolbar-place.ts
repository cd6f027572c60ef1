// Where the toolbar of a picked element stands: beside it, never over it where there is room elsewhere.

interface Box {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

/** Pixels between it and the element, or the window's edge. */
const GAP = 8;
/** What the element's name takes, above it or, at the window's top, below. */
const NAME = 28;

const clamp = (value: number, least: number, most: number): number =>
  Math.max(least, Math.min(value, Math.max(least, most)));

/**
 * Beside a narrow element; above a wide one at its end, where the least of what one reads is covered; else below, beside,
 * and at last in the window's corner.
 *
 * @param box of the element
 * @param size of the toolbar
 * @param view of the window
 */
export function findToolbarPlace(
  box: Box,
  size: { width: number; height: number },
  view: { width: number; height: number },
): { left: number; top: number } {
  const mostLeft = view.width - size.width - GAP;
  const left = clamp(box.right - size.width, GAP, mostLeft);
  const top = clamp(box.top, GAP, view.height - size.height - GAP);
  const hasRight = box.right >= 0 && box.right + GAP <= mostLeft && box.bottom >= 0 && box.top <= view.height;
  const atRight = { left: box.right + GAP, top };
  if (hasRight && box.right - box.left < size.width) return atRight;
  const above = box.top - NAME - GAP - size.height;
  if (above >= GAP && box.top <= view.height) return { left, top: above };
  const below = box.bottom + GAP + (box.top > NAME ? 0 : NAME);
  if (below + size.height + GAP <= view.height && below >= GAP) return { left, top: below };
  if (hasRight) return atRight;
  const before = box.left - GAP - size.width;
  if (before >= GAP && box.left <= view.width) return { left: before, top };
  return { left: mostLeft < GAP ? GAP : mostLeft, top: view.height - size.height - GAP };
}
