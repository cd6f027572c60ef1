// What is counted anew, in words of its own: a round is no other difference.

import type { Config } from '../../../shared/schema/config.ts';
import { t } from '../../../shared/words/t.ts';

/** What else there is to measuring. */
export function withoutRound(measure: Config['measure']): Config['measure'] {
  if (!measure) return undefined;
  const { round: _round, ...others } = measure;
  return others;
}

/** @param why what changed, so that it has to be */
export function sayAnew(
  name: string,
  { round: before = 1 }: { round?: number | undefined },
  { round = 1 }: { round?: number | undefined },
  why: string[],
): { kind: 'changed'; text: string }[] {
  if (round === before) return [];
  const because = why.length ? t`, as these changed: ${why.join(', ')}` : '';
  return [{ kind: 'changed', text: t`${name}: counted anew from now on, round ${round}${because}.` }];
}
