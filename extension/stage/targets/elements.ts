// The elements that changes are about, and those that they put in.

import type { Placement } from '../../../shared/dom/claim.ts';
import type { Target } from '../../../shared/schema/target.ts';

const collapse = (text: string) => text.replace(/\s+/g, ' ').trim();

/** Every match, also past the hundred that a change is applied to. @throws SyntaxError for a selector nobody can read */
export function findAll({ css, text, within = [] }: Target): Element[] {
  let roots: (Document | ShadowRoot)[] = [document];
  for (const step of within)
    roots = roots
      .flatMap((root) => [...root.querySelectorAll(step)])
      .flatMap(({ shadowRoot }) => shadowRoot ?? []);
  return roots
    .flatMap((root) => [...root.querySelectorAll(css)])
    .filter((element) => !element.closest('[data-selvedge]'))
    .filter((element) => text === undefined || collapse(element.textContent ?? '') === collapse(text));
}

/** What looks different because of these placements. */
export function findTouched(placements: Placement[]): Element[] {
  const found = new Set<Element>();
  for (const { change } of placements) {
    if (change.kind === 'css') continue;
    try {
      for (const element of findAll(change.target).slice(0, 100))
        if (change.kind !== 'insert') found.add(element);
    } catch {
      // a selector that cannot be read touches nothing; the checks say so
    }
  }
  for (const element of document.querySelectorAll('[data-selvedge]')) found.add(element);
  return [...found];
}
