// Where the tag stands on `window`, and what stood there before it.

/** Told by a tag that finds another one at work. */
export const AGAIN = 'selvedge:again';

type Found = { version?: unknown; q?: unknown };

/** What stands in our place: nothing, a queue, another tag, or something of the page's own that may throw. */
export function readPlace(): Found {
  try {
    const { selvedge: found }: { selvedge?: Found } = Object(window);
    return { version: found?.version, q: found?.q ?? found };
  } catch {
    return {};
  }
}

export function takePlace(value: object): void {
  try {
    Object.defineProperty(window, 'selvedge', {
      value,
      configurable: true,
      writable: true,
      enumerable: true,
    });
  } catch {
    // the page has declared it with `var`
    Object.assign(window, { selvedge: value });
  }
}
