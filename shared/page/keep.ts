// What may be remembered of an address; what is left out is said, once a place.

import { readPath } from '../engine/address.ts';
import { matchesPages } from '../engine/pattern.ts';
import type { Props } from '../schema/props.ts';
import { toProps } from './props.ts';
import { scrub, scrubPath } from './scrub.ts';

export interface Keep {
  /** The text, or '' where it looks personal. */
  text(text: string, place: string): string;
  /** The path of a page, its personal segments replaced. */
  path(url: URL, place: string): string;
  /** What may be remembered of `given`, whose own place is `where`. */
  props(given: object, where: string): Props;
}

/**
 * @param plain the pages whose path holds things only
 * @param dropped told the place of what was left out
 */
export function createKeep(plain: string[] | undefined, dropped: (place: string) => void): Keep {
  /** Says it where something was left out. */
  const told = (kept: string, given: string, place: string): string => {
    if (kept !== given) dropped(place);
    return kept;
  };
  return {
    text: (text, place) => told(scrub(text), text, place),
    path(url, place) {
      const path = readPath(url);
      // an empty list means every page to patterns
      const isPlain = Array.isArray(plain) && plain.length > 0 && matchesPages(plain, url);
      return told(scrubPath(path, isPlain), path, place);
    },
    props: (given, where) => toProps(given, (path) => dropped(`${where}.${path}`), where === 'traits'),
  };
}
