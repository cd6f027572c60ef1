// Makes of a config the two files of a tag: what is there before the first paint, and the rest, which holds the config
// itself. Pure, text in, text out: the same bytes from a terminal and from the extension.

import { keyOf } from '../engine/hash.ts';
import type { Config } from '../schema/config.ts';
import { bundle } from './bundle.ts';
import type { Pieces } from './compose.ts';
import { publishNow } from './publish-now.ts';

/** What a build has made of this version's sources. */
export interface Built {
  /** dist/selvedge.parts.json */
  pieces: Pieces;
  /** The source of the rest, which holds the place for a config once, and that for what names `show`. */
  later: string;
  /** selvedge-show.js */
  show: string;
}

export interface Files {
  /** selvedge.js, or what stands in the page itself */
  now: string;
  /** selvedge-later.js */
  later: string;
}

/** The build leaves it for what names the file beside it. */
const SHOW_PLACE = '"__SELVEDGE_SHOW__"';

export interface PublishOptions {
  /**
   * Such as `sha384-…`, of a text: then the first file lets the browser load the second only if it is that. Each table is
   * longer by it, and nobody needs it who serves both files: it is for those who keep the first elsewhere.
   */
  integrityOf?: (text: string) => string;
}

/**
 * @param config one that checkConfig found fit
 * @returns files that name each other: the first asks for the second by what it holds, so that no stale one is taken
 * @throws Error when they are of another version
 */
export function publishFiles(
  { pieces, later: source, show }: Built,
  config: Config,
  { integrityOf }: PublishOptions = {},
): Files {
  const nameOf = (text: string) => ({
    hash: keyOf(text),
    ...(integrityOf && { integrity: integrityOf(text) }),
  });
  // before the config, which may hold the same words
  const named = source.replace(SHOW_PLACE, () => JSON.stringify(nameOf(show)));
  const later = bundle(named, config);
  if (named === source)
    throw new Error('The rest of the tag holds no place for what names selvedge-show.js.');
  const { hash, ...vouched } = nameOf(later);
  const rest = { later: hash, ...vouched };
  return { now: publishNow(pieces, config, rest).script, later };
}
