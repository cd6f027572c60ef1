// What may be remembered of an address; what is left out is said, once a place.

import { readPath } from '../../shared/engine/address.ts';
import { matchesPages } from '../../shared/engine/pattern.ts';
import type { Warn } from '../warn.ts';
import { scrub, scrubPath } from './scrub.ts';

export interface Keep {
  /** The text, or '' where it looks personal. */
  text(text: string, place: string): string;
  /** The path of a page, its personal segments replaced. */
  path(url: URL, place: string): string;
  /** Says that something at this place was left out. */
  dropped(place: string): void;
}

/** @param plain the pages whose path holds things only */
export function createKeep(plain: string[] | undefined, warn: Warn): Keep {
  const dropped = (path: string) =>
    warn({ code: 'personal', message: 'looks personal; not remembered', path });
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
    dropped,
  };
}
