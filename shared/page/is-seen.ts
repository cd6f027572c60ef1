// When an element counts as seen: half of it is in view, or it is larger than the screen and fills half of that.

/**
 * An observer looks at these shares of an element: each a twentieth less than the one before, for tall ones too.
 *
 * @see https://w3c.github.io/IntersectionObserver/
 */
export const SEEN_STEPS = [0, 0.5];
for (let i = 0; i < 120; i++) SEEN_STEPS.push(0.95 ** i);

type Sight = Pick<IntersectionObserverEntry, 'isIntersecting' | 'boundingClientRect' | 'intersectionRect'>;

/** @param screen in CSS pixels */
export function isSeen(
  { isIntersecting, boundingClientRect: all, intersectionRect: part }: Sight,
  screen: { innerWidth: number; innerHeight: number },
): boolean {
  const most = Math.min(all.width, screen.innerWidth) * Math.min(all.height, screen.innerHeight);
  return isIntersecting && part.width * part.height >= most / 2;
}
