// The ids of all segments of a table, in the config's order.

import { findLines, segmentKey } from '../../shared/engine/lines/table.ts';
import { parseJson } from '../../shared/engine/native.ts';

export function segmentsOf(table: string): string[] {
  const ids: string[] = [];
  for (let [json] = findLines(table, segmentKey(0)); json; [json] = findLines(table, segmentKey(ids.length)))
    ids.push(parseJson(json)[0]);
  return ids;
}
