// Of which kinds a selector's elements are, where it says so itself: what cannot be there needs no code on the page.

/** What names of elements, classes and ids, and places among siblings consist of; anything else may hide a comma. */
const PLAIN = /^(?:[\w\s.#>+~,*-]|:[a-z-]+(?:\(\d+\))?)*$/;
/** The last element of a selector, by its name. */
const LAST = /(?:^|[\s>+~])([a-z][a-z\d-]*)(?:[.#:][^\s>+~]*)?$/;

/** @returns the names of all elements that it can mean; undefined where it does not say all */
export function elementNames(css: string): string[] | undefined {
  if (!PLAIN.test(css)) return undefined;
  const names = css.split(',').map((part) => LAST.exec(part.trim())?.[1]);
  return names.every((name) => name !== undefined) ? names : undefined;
}
