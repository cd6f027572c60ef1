// Which elements a target means now.
import type { Target } from '../schema/target.ts';
import { copies, type Edit, mine } from './claim.ts';
import { closest, findAll, matches } from './native.ts';
import { pageText } from './page-text.ts';
import type { Root } from './wear.ts';

const collapse = (text: string): string => text.replace(/\s+/g, ' ').trim();

/** The document, or the open shadow roots that `within` leads to; calls
 * `visit` with each root on the way, `later` when one still to come may be there. */
export function findRoots({ within }: Target, visit: (root: Root) => void, later: () => void): Root[] {
  let roots: Root[] = [document];
  visit(document);
  for (const css of within ?? []) {
    roots = roots
      .flatMap((root) => findAll(root, css))
      .flatMap(({ shadowRoot, localName }) => {
        if (!shadowRoot && localName.includes('-'))
          customElements.whenDefined(localName).then(later, () => {});
        return shadowRoot ?? [];
      });
    roots.forEach(visit);
  }
  return roots;
}

/** Whether an element is the page's own, or stands in the copy of another edit's moved element. */
function isPages(element: Element, edit: Edit): boolean {
  const ours = closest(element, '[data-selvedge]');
  return !ours || !mine.has(ours) || (copies.get(ours) ?? edit) !== edit;
}

const isSaid = (element: Element, { text }: Target): boolean =>
  text === undefined || collapse(pageText(element)) === collapse(text);

/** Whether a target of an edit's (in the document) means this element. */
export const isMeant = (element: Element, edit: Edit): boolean => {
  const { target } = edit.change as { target: Target };
  return matches(element, target.css) && isPages(element, edit) && isSaid(element, target);
};

/**
 * At most 100 elements that match `css` and, with `text`, say so on the page's own account. Ours are left
 * out, but not what is in the copy of another edit's moved element.
 * @throws SyntaxError for a selector the browser cannot read
 */
export function findElements(
  roots: Root[],
  edit: Edit,
  target: Target = (edit.change as { target: Target }).target,
): Element[] {
  const found: Element[] = [];
  for (const element of roots.flatMap((root) => findAll(root, target.css))) {
    if (!isPages(element, edit) || !isSaid(element, target)) continue;
    if (found.push(element) > 99) break;
  }
  return found;
}
