// Makes of a config the script of the first paint: the table, and the parts that it needs.

import { compile } from '../engine/compile.ts';
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
 * @param later names what the file of the rest holds
 */
export function publishNow(pieces: Pieces, config: Config, later?: string): Now {
  const table = compileTable(config, later);
  const parts = partsOf(compile(trimConfig(config)));
  return { script: compose(pieces, 'start', parts, table), table, parts };
}
