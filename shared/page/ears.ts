// How a product listens on a page: what the life of a page needs of it.

export interface Ears {
  /** Listens for several types (separated by spaces), before the page's own listeners; never throws. */
  listen<E extends Event>(target: EventTarget, types: string, fn: (event: E) => void): void;
  /** The same function, but it never throws. */
  quiet<Given extends unknown[]>(fn: (...given: Given) => void): (...given: Given) => void;
}
