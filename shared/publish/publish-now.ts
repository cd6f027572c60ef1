// Makes of a config the script of the first paint: the table, and the parts that it needs.

import { compile } from '../engine/compile.ts';
import type { Rest } from '../engine/lines/settings.ts';
import type { Config } from '../schema/config.ts';
import { trimConfig } from './bundle.ts';
import { compileTable } from './compile-table.ts';
import { compose, type Pieces, type Wanted } from './compose.ts';
import { partsOf } from './parts-of.ts';

export interface Now {
  script: string;
  table: string;
  parts: Wanted;
}

/**
 * @param pieces dist/selvedge.parts.json
 * @param config one that checkConfig found fit
 * @param rest the file of the rest, by what it holds
 */
export function publishNow(pieces: Pieces, config: Config, rest?: Rest): Now {
  const table = compileTable(config, rest);
  const parts = partsOf(compile(trimConfig(config)));
  return {
    script: compose(pieces, config.measure?.holdout ? 'beginUnlessHeldOut' : 'begin', parts, table),
    table,
    parts,
  };
}
