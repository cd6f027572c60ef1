// Makes of a config the two files of a tag: what is there before the first paint, and the rest, which holds the config
// itself. Pure, text in, text out: the same bytes from a terminal and from the extension. No command offers it yet, as
// the first paint shows nothing yet.

import { keyOf } from '../engine/hash.ts';
import type { Config } from '../schema/config.ts';
import { bundle } from './bundle.ts';
import type { Pieces } from './compose.ts';
import { publishNow } from './publish-now.ts';

/** What a build has made of this version's sources. */
export interface Built {
  /** dist/selvedge.parts.json */
  pieces: Pieces;
  /** The source of the rest, which holds the place for a config once. */
  later: string;
}

export interface Files {
  /** selvedge.js, or what stands in the page itself */
  now: string;
  /** selvedge-later.js */
  later: string;
}

/**
 * @param config one that checkConfig found fit
 * @returns files that name each other: the first asks for the second by what it holds, so that no stale one is taken
 * @throws Error when they are of another version
 */
export function publishFiles({ pieces, later: source }: Built, config: Config): Files {
  const later = bundle(source, config);
  return { now: publishNow(pieces, config, keyOf(later)).script, later };
}
