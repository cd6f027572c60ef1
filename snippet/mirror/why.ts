// The engine's reasons for a segment, without the scaffolding: the sentences that carry numbers.

import type { Reason } from '../../shared/engine/explain.ts';

/** Of a group, the parts that speak for its answer; all of them when none does. */
function leaves({ kind, of, value, text }: Reason): string[] {
  // how likely something is says more than each thing that it hangs on
  if (!of?.length || kind === 'model') return [text];
  const speaking = of.filter((part) => part.value === value);
  return (speaking.length ? speaking : of).flatMap(leaves);
}

export const why = (reason: Reason): string => [...new Set(leaves(reason))].join('; ');
