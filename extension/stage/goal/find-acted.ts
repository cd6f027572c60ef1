// All that can be picked for a goal and is seen, in the order of the page, open shadow roots included.

import type { Act } from '../../wire/goal-shapes.ts';
import { ACTED, rise } from './rise.ts';

const isSeen = (element: Element): boolean =>
  element.getClientRects().length > 0 && getComputedStyle(element).visibility === 'visible';

function* walk(root: Document | ShadowRoot, css: string): Generator<Element> {
  for (const element of root.querySelectorAll('*')) {
    if (element.hasAttribute('data-selvedge')) continue;
    if (element.matches(css)) yield element;
    if (element.shadowRoot) yield* walk(element.shadowRoot, css);
  }
}

export const findActed = (act: Act): Element[] => [
  ...new Set([...walk(document, ACTED[act])].filter(isSeen).flatMap((one) => rise(one, act) ?? [])),
];
