// Which elements a target means now.
import type { Target } from '../schema/target.ts';
import { mine } from './claim.ts';
import { pageText } from './content.ts';
import { closest, findAll } from './native.ts';
import type { Root } from './sheet.ts';

const MOST = 100;

const collapse = (text: string): string => text.replace(/\s+/g, ' ').trim();

/** The document, or the open shadow roots that `within` leads to. A root still to come is waited for. */
export function findRoots({ within }: Target, later: () => void): Root[] {
  let roots: Root[] = [document];
  for (const css of within ?? []) {
    roots = roots
      .flatMap((root) => findAll(root, css))
      .flatMap(({ shadowRoot, localName }) => {
        if (shadowRoot) return [shadowRoot];
        if (localName.includes('-')) customElements.whenDefined(localName).then(later, () => {});
        return [];
      });
  }
  return roots;
}

/**
 * Elements that match `css` and, with `text`, say so on the page's own account; ours left out.
 * @param own whether elements in this copy of a moved element count
 * @throws SyntaxError for a selector the browser cannot read
 */
export function findElements(
  roots: Root[],
  { css, text }: Target,
  own: (copy: Element) => boolean,
): Element[] {
  return roots
    .flatMap((root) => findAll(root, css))
    .filter((element) => {
      const copy = closest(element, '[data-selvedge]');
      if (copy && mine.has(copy) && !own(copy)) return false;
      return text === undefined || collapse(pageText(element)) === collapse(text);
    })
    .slice(0, MOST);
}
