// Makes of a config the files of a tag in two: what is there before the first paint, and the rest, which holds the config
// itself. Pure, text in, text out: the same bytes from a terminal and from the extension.

import { keyOf } from '../engine/hash.ts';
import type { Config } from '../schema/config.ts';
import { t } from '../words/t.ts';
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
  /** selvedge-listen.js */
  listen: string;
}

export interface Files {
  /** selvedge.js, or what stands in the page itself */
  now: string;
  /** selvedge-later.js */
  later: string;
}

/** The build leaves it for what names the file beside it, and the publish that it is of. */
const SHOW_PLACE = '"__SELVEDGE_SHOW__"';

export interface PublishOptions {
  /**
   * Such as `sha384-…`, of a text: then the first file lets the browser load the others only if they are that. Each table is
   * longer by it, and nobody needs it who serves both files: it is for those who keep the first elsewhere.
   */
  integrityOf?: (text: string) => string;
}

/**
 * @param config one that checkConfig found fit
 * @returns files that belong together: the first asks for the others by what they hold, so that no stale one is taken, and
 *   the second knows which first one it belongs to
 * @throws Error when they are of another version
 */
export function publishFiles(
  { pieces, later: source, show, listen }: Built,
  config: Config,
  { integrityOf }: PublishOptions = {},
): Files {
  const integrity = integrityOf?.(show);
  // by all that they are made of, so that each of them can know it
  const name = keyOf([bundle(source, config), show, listen, integrity].join());
  // before the config, which may hold the same words
  const named = source.replace(SHOW_PLACE, () => JSON.stringify({ hash: keyOf(show), integrity, of: name }));
  const later = bundle(named, config);
  if (named === source)
    throw new Error(t`The rest of the tag holds no place for what names selvedge-show.js.`);
  const rest = {
    later: name,
    ...(integrityOf && { integrity: { later: integrityOf(later), listen: integrityOf(listen) } }),
  };
  return { now: publishNow(pieces, config, rest).script, later };
}
