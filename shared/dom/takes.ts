// Whether an element can show a change of some kind at all. Asked of a variant's target and of a holdout's alike, so
// that both are counted by the same test. Where it cannot, the original stays and the change is reported (`target`).
import type { PageChange } from './claim.ts';
import { matches } from './native.ts';
import { isInside } from './place.ts';
import type { Prepared } from './prepared.ts';
import { findPageRoot } from './root.ts';

/**
 * Elements that render none of their children. Those that no change may target anyway are not listed again (safe.ts).
 *
 * @see https://html.spec.whatwg.org/multipage/rendering.html#replaced-elements
 */
const CHILDLESS =
  'area,audio,br,canvas,datalist,hr,img,input,meter,picture,progress,select,svg,textarea,video,wbr';

const rendersChildren = (element: Element): boolean => {
  const root = findPageRoot(element);
  return !matches(element, CHILDLESS) && (!root || !!root.querySelector('slot'));
};

export function canTake(
  change: PageChange | Exclude<Prepared, { kind: 'redirect' }>,
  element: Element,
): boolean {
  switch (change.kind) {
    case 'text':
    case 'html':
      return rendersChildren(element);
    case 'insert':
    case 'block':
      return !isInside(change.position) || rendersChildren(element);
    case 'link':
      return matches(element, 'a,area');
    case 'image':
      return matches(element, 'img,picture');
    default:
      // a new kind says whether any element can show it: the compiler asks here
      change.kind satisfies 'attribute' | 'class' | 'style' | 'hide' | 'move' | 'css' | 'recommend';
      return true;
  }
}
