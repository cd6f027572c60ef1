// Which elements a target means now.
import type { Target } from '../schema/target.ts';
import { copies, type Edit, mine } from './claim.ts';
import { pageText } from './content.ts';
import { closest, findAll } from './native.ts';
import type { Root } from './sheet.ts';

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

/**
 * At most 100 elements that match `css` and, with `text`, say so on the page's own account. Ours are left
 * out, but not what is in the copy of another edit's moved element.
 * @throws SyntaxError for a selector the browser cannot read
 */
export function findElements(roots: Root[], { css, text }: Target, edit: Edit): Element[] {
  const found: Element[] = [];
  for (const element of roots.flatMap((root) => findAll(root, css))) {
    const ours = closest(element, '[data-selvedge]');
    if (ours && mine.has(ours) && (copies.get(ours) ?? edit) === edit) continue;
    if (text !== undefined && collapse(pageText(element)) !== collapse(text)) continue;
    if (found.push(element) > 99) break;
  }
  return found;
}
