// Makes what goes out of a draft, and says first what would be wrong with it.
//
// The bytes of a tag are those of `selvedge bundle`: the same function, the same tag source, which the build puts
// into the extension. The config's file is what an author would keep in version control.

import { bundle, trimConfig } from '../../../shared/publish/bundle.ts';
import { checkConfig } from '../../../shared/schema/check.ts';
import type { Config } from '../../../shared/schema/config.ts';
import type { Problem } from '../../../shared/schema/problem.ts';

export type Format = 'json' | 'js';

export interface Parcel {
  name: 'selvedge.json' | 'selvedge.js';
  type: 'application/json' | 'text/javascript';
  text: string;
}
export type Prepared =
  | { kind: 'fit'; parcel: Parcel; config: Config; warnings: Problem[] }
  | { kind: 'unfit'; problems: Problem[] };

export const writeConfig = (config: Config): string => `${JSON.stringify(config, null, 2)}\n`;

/** @param tag source of the bare selvedge.js; only needed for the format js */
export function prepare(draft: Config, format: Format, tag: string): Prepared {
  const { config, problems } = checkConfig(draft);
  if (!config) return { kind: 'unfit', problems };
  const parcel: Parcel =
    format === 'json'
      ? { name: 'selvedge.json', type: 'application/json', text: writeConfig(config) }
      : { name: 'selvedge.js', type: 'text/javascript', text: bundle(tag, config) };
  return { kind: 'fit', parcel, config, warnings: problems };
}

/** bytes that visitors load more because of this config, before compression */
export const weighConfig = (config: Config): number =>
  new TextEncoder().encode(JSON.stringify(trimConfig(config))).length;
