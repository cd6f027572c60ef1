// The engine's reasons for a segment, without the scaffolding: the sentences that carry numbers.

import type { Reason } from '../../shared/engine/explain.ts';
import { capitalise } from './say-props.ts';

/** Of a group, and of a segment that a rule names, the parts that speak for its answer; all of them when none does. */
function leaves(reason: Reason): Reason[] {
  const { kind, of, value } = reason;
  // how likely something is says more than each thing that it hangs on
  if (!of?.length || kind === 'model') return [reason];
  const speaking = of.filter((part) => part.value === value);
  return (speaking.length ? speaking : of).flatMap(leaves);
}

export function why(reason: Reason, locale: string): string {
  const sentences = leaves(reason).map(({ text }) => capitalise(text, locale));
  return [...new Set(sentences)].join(' ');
}
