// Finds the page's `dataLayer`, and what is new in it.
//
// The array is the page's: it may come late, be another one, be cut short by a tag manager (Google's keeps 300
// entries), be frozen, or hold what throws when it is read. An entry is known by itself, not by its place.

import { apply, quiet } from '../native.ts';

export type Fields = Record<string, unknown>;
export type Entry = Fields & { 0?: unknown; 1?: unknown; 2?: unknown };

export const isObject = (value: unknown): value is Entry => !!value && typeof value === 'object';

/**
 * @param hear called with what is new, also by each `push` once the array was found
 * @param before is new, before all others
 * @returns what looks; to be called often
 */
export function createLayer(hear: (entries: Entry[]) => void, before: unknown[] = []): () => void {
  /** What was read, in whatever array it stands. */
  const known = new WeakSet<object>();
  const wrapped = new WeakSet<object>();
  /** What was read in this task: who wraps our `push` may call it twice, but a page may push one object again later. */
  let fresh: unknown[] = [];
  const take = (entries: unknown[], isOld: (entry: Entry) => boolean) => {
    const news: Entry[] = [];
    for (let i = 0; i < entries.length; i++) {
      const entry = entries[i];
      if (!isObject(entry) || isOld(entry)) continue;
      known.add(entry);
      news.push(entry);
    }
    if (news[0]) hear(news);
  };
  const pushed = quiet((entries: unknown[]) => {
    if (!fresh[0])
      queueMicrotask(() => {
        fresh = [];
      });
    take(entries, (entry) => fresh.includes(entry) || !fresh.push(entry));
  });
  /** Hears what is pushed from now on; where the page forbids it, looking again has to do. */
  const wrap = quiet((layer: unknown[]) => {
    wrapped.add(layer);
    const { push } = layer;
    if (typeof push !== 'function' || !Object.isExtensible(layer)) return;
    const value = function (this: unknown, ...entries: unknown[]): unknown {
      const answer: unknown = apply(push, this, entries);
      pushed(entries);
      return answer;
    };
    const own = Object.getOwnPropertyDescriptor(layer, 'push');
    // not by assignment: a frozen Array.prototype forbids that
    if (own?.configurable ?? true)
      Object.defineProperty(layer, 'push', { value, configurable: true, enumerable: true, writable: true });
    else if (own?.writable) layer.push = value as typeof push;
  });
  let layer: unknown[] = [];
  let length = 0;
  let last: unknown;
  const isKnown = (entry: Entry) => known.has(entry);
  take(before, isKnown);
  return () => {
    const { dataLayer: found }: { dataLayer?: unknown } = Object(window);
    if (!Array.isArray(found) || (found === layer && found.length === length && found[length - 1] === last))
      return;
    if (!wrapped.has(found)) wrap(found);
    layer = found;
    length = found.length;
    last = found[length - 1];
    take(found, isKnown);
  };
}
