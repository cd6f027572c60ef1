// Edges of the window at which something of the page's own stays, however far one scrolls: a header, a bar of links. What we put
// there would lie over it.

type Edge = 'top' | 'bottom';

/** Farther from the edge it floats, px. */
const AT_EDGE_PX = 8;

const isHeld = (element: Element, edge: Edge): boolean => {
  const { position, visibility, [edge]: distance } = getComputedStyle(element);
  if ((position !== 'fixed' && position !== 'sticky') || visibility !== 'visible') return false;
  if (!(Math.abs(Number.parseFloat(distance)) <= AT_EDGE_PX)) return false;
  const { width, height, top, bottom } = element.getBoundingClientRect();
  // what sticks goes along with what it is in: a heading with its section
  const parent = element.parentElement?.getBoundingClientRect().height ?? 0;
  if (
    position === 'sticky'
      ? parent < document.documentElement.scrollHeight / 2
      : bottom <= 0 || top >= innerHeight
  )
    return false;
  // what covers the window is its backdrop; what is narrow leaves room beside it
  return width > innerWidth / 2 && height > 0 && height < innerHeight / 2;
};

/** Reads the styles of all elements: call it rarely. */
export function findTaken(): Edge[] {
  const all = [...document.querySelectorAll('body *')].filter((one) => !one.closest('[data-selvedge]'));
  return (['top', 'bottom'] as const).filter((edge) => all.some((one) => isHeld(one, edge)));
}
