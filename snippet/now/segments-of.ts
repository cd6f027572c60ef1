// The ids of all segments of a table, in the config's order.

import { findLines, segmentKey } from '../../shared/engine/lines/table.ts';
import { parseJson } from '../../shared/engine/native.ts';

export function segmentsOf(table: string): string[] {
  const ids: string[] = [];
  for (;;) {
    const json = findLines(table, segmentKey(ids.length))[0];
    if (json === undefined) return ids;
    ids.push(parseJson(json)[0]);
  }
}
