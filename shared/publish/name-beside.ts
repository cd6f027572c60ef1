// Names in a tag the files beside it that its config needs by what they hold, as the tag's own parts are: a browser, or a
// server in between, that has kept one of another release never answers with it. Pure.
//
// Only those: no other tag is longer by a byte. So the visitor's own view, which every tag can open, has its plain name.

import { keyOf } from '../engine/hash.ts';
import type { Change } from '../schema/change.ts';
import type { Config } from '../schema/config.ts';

/** By their names, whether a tag with this config may ask for them. */
const NEEDED: Record<string, (config: Config, kinds: ReadonlySet<Change['kind']>) => boolean> = {
  'selvedge-block.js': (_config, kinds) => kinds.has('block'),
  'selvedge-ask.js': ({ questions }) => !!questions?.[0],
  'selvedge-recommend.js': ({ items }) => !!items,
};

/** Which of the files beside a tag one with this config may ask for by what they hold. */
export function findBeside(config: Config): string[] {
  const kinds = new Set(
    config.experiences
      .filter(({ status }) => status === 'live')
      .flatMap(({ variants }) => variants.flatMap(({ changes }) => changes.map(({ kind }) => kind))),
  );
  return Object.keys(NEEDED).filter((name) => NEEDED[name]?.(config, kinds));
}

/**
 * @param source of a tag that holds no config yet, which may say the same words
 * @param read the text of one of `sourcesOf` (form.ts)
 */
export const nameBeside = (source: string, config: Config, read: (name: string) => string): string =>
  findBeside(config).reduce(
    (text, name) => text.replace(`"${name}"`, () => `"${name}?${keyOf(read(name))}"`),
    source,
  );
