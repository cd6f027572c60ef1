// Which elements a target means now: for what edits the page, watches it, checks it, or finds again what was picked.
import { collapse } from '../engine/collapse.ts';
import type { Target } from '../schema/target.ts';
import { copies } from './claim.ts';
import { mine } from './mine.ts';
import { closest, findAll, matches } from './native.ts';
import { pageText } from './page-text.ts';
import type { Root } from './wear.ts';

/**
 * The document, or the open shadow roots that `within` leads to.
 *
 * @param visit called with each root on the way
 * @param later called when one still to come may be there
 */
export function findRoots(
  { within }: Pick<Target, 'within'>,
  visit: (root: Root) => void = () => {},
  later?: () => void,
): Root[] {
  let roots: Root[] = [document];
  visit(document);
  for (const css of within ?? []) {
    roots = roots
      .flatMap((root) => findAll(root, css))
      .flatMap(({ shadowRoot, localName }) => {
        // Chromium's content scripts have no registry: https://crbug.com/390807
        if (later && !shadowRoot && localName.includes('-'))
          customElements?.whenDefined(localName).then(later, () => {});
        return shadowRoot ?? [];
      });
    roots.forEach(visit);
  }
  return roots;
}

/** Whether an element is the page's own, or stands in the copy of another edit's moved element. */
function isPages(element: Element, edit: object): boolean {
  const ours = closest(element, '[data-selvedge]');
  return !ours || !mine.has(ours) || (copies.get(ours) ?? edit) !== edit;
}

/** Whether an element says what the target wants it to say. */
export const isSaid = (element: Element, { text }: Target): boolean =>
  text === undefined || collapse(pageText(element)) === collapse(text);

/** Where an element stands; what we show in a root over the original stands where that does. */
function rootOf(element: Element): Node {
  const root = element.getRootNode();
  return root instanceof ShadowRoot && mine.has(root) ? rootOf(root.host) : root;
}

/** Whether an element stands in the document, or in the open shadow roots that `within` leads to. */
function isInRoots(element: Element, within: string[] = []): boolean {
  let root = rootOf(element);
  for (const css of [...within].reverse()) {
    if (!(root instanceof ShadowRoot) || !matches(root.host, css)) return false;
    root = rootOf(root.host);
  }
  return root === document;
}

/** Whether a target means this very element. @throws SyntaxError for a selector the browser cannot read */
export const matchesTarget = (element: Element, target: Target): boolean =>
  matches(element, target.css) && isInRoots(element, target.within) && isSaid(element, target);

/** Whether a target of an edit's means this element. */
export const isMeant = (element: Element, target: Target, edit: object): boolean =>
  matchesTarget(element, target) && isPages(element, edit);

/**
 * Every element that a target means, ours and those past the hundred that a change is applied to as well.
 *
 * @throws SyntaxError for a selector the browser cannot read
 */
export const findMeant = (target: Target, visit?: (root: Root) => void, later?: () => void): Element[] =>
  findRoots(target, visit, later)
    .flatMap((root) => findAll(root, target.css))
    .filter((element) => isSaid(element, target));

/**
 * At most 100 elements that match `css` and are sought. Ours are left out, but not what is in the copy of another
 * edit's moved element.
 * @throws SyntaxError for a selector the browser cannot read
 */
export function findMatching(
  roots: Root[],
  edit: object,
  css: string,
  isSought: (element: Element) => boolean,
): Element[] {
  const found: Element[] = [];
  for (const element of roots.flatMap((root) => findAll(root, css))) {
    if (!isPages(element, edit) || !isSought(element)) continue;
    if (found.push(element) > 99) break;
  }
  return found;
}

/** Those of them that a target means: with `text`, they say so on the page's own account. */
export const findElements = (roots: Root[], edit: object, target: Target): Element[] =>
  findMatching(roots, edit, target.css, (element) => isSaid(element, target));
