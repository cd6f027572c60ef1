// Makes what goes out of a draft, and says first what would be wrong with it.
//
// The bytes of a tag are those of `selvedge bundle`: the same function, the same sources, which the build puts into the
// extension.

import { trimConfig } from '../../../shared/publish/bundle.ts';
import type { PublishedTag, TagFile } from '../../../shared/publish/publish-tag.ts';
import { checkConfig } from '../../../shared/schema/check.ts';
import type { Config } from '../../../shared/schema/config.ts';
import type { Problem } from '../../../shared/schema/problem.ts';
import { writeConfig } from './write-config.ts';

export type Format = 'json' | 'js';

export interface Parcel {
  name: 'selvedge.json' | 'selvedge.js';
  type: 'application/json' | 'text/javascript';
  text: string;
  /** what must lie beside it before it does, and holds the config then */
  rest: TagFile[];
}
export type Prepared =
  | { kind: 'fit'; parcel: Parcel; config: Config; warnings: Problem[] }
  | { kind: 'unfit'; problems: Problem[] };

function makeParcel(config: Config, format: Format, makeTag: (config: Config) => PublishedTag): Parcel {
  if (format === 'json')
    return { name: 'selvedge.json', type: 'application/json', text: writeConfig(config), rest: [] };
  const { script, rest } = makeTag(config);
  return { name: 'selvedge.js', type: 'text/javascript', text: script, rest };
}

/** @param makeTag is only asked for the format js */
export function prepare(draft: Config, format: Format, makeTag: (config: Config) => PublishedTag): Prepared {
  const { config, problems } = checkConfig(draft);
  if (!config) return { kind: 'unfit', problems };
  return { kind: 'fit', parcel: makeParcel(config, format, makeTag), config, warnings: problems };
}

/** bytes that visitors load more because of this config, before compression */
export const weighConfig = (config: Config): number =>
  new TextEncoder().encode(JSON.stringify(trimConfig(config))).length;
