// The engine's reasons for a segment, without the scaffolding: the sentences that carry numbers.

import type { Reason } from '../../shared/engine/explain.ts';

/** Of a group, the parts that speak for its answer; all of them when none does. */
function leaves(reason: Reason): Reason[] {
  const { kind, of, value } = reason;
  // how likely something is says more than each thing that it hangs on
  if (!of?.length || kind === 'model') return [reason];
  const speaking = of.filter((part) => part.value === value);
  return (speaking.length ? speaking : of).flatMap(leaves);
}

/** @param nameOf of a segment, which the engine calls by its id */
export function why(reason: Reason, locale: string, nameOf: (id: string) => string): string {
  const sentences = leaves(reason).map(({ kind, text }) => {
    const named =
      kind === 'segment'
        ? text.replace(/([“„«「] ?)(.*?)( ?[”“»」])/, (_all, open, id, close) => open + nameOf(id) + close)
        : text;
    return named.charAt(0).toLocaleUpperCase(locale) + named.slice(1);
  });
  return [...new Set(sentences)].join(' ');
}
