// The part of a published first-paint script that decides, as an expression whose value is what it decided.

import { compose, type Pieces } from '../../shared/publish/compose.ts';
import { publishNow } from '../../shared/publish/publish-now.ts';
import type { Config } from '../../shared/schema/config.ts';

export function decidingNow(pieces: Pieces, config: Config): { script: string; table: string } {
  const { table, parts } = publishNow(pieces, config);
  return { script: compose(pieces, 'start', parts, table), table };
}
