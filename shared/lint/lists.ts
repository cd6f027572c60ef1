// Advice on lists of recommended items: a source of which everything is left out again shows nothing.

import type { Config } from '../schema/config.ts';
import { formatPath, type Problem } from '../schema/problem.ts';
import { t } from '../words/t.ts';

/** Both a source and what may be left out. */
const LOOKED_AT = 'viewed';

export function lintLists({ experiences }: Config): Problem[] {
  return experiences.flatMap(({ variants }, e) =>
    variants.flatMap(({ changes }, v) =>
      changes.flatMap((change, c): Problem[] => {
        if (change.kind !== 'recommend' || !change.without?.includes(LOOKED_AT)) return [];
        const at = change.from.indexOf(LOOKED_AT);
        if (at < 0) return [];
        return [
          {
            path: formatPath(['experiences', e, 'variants', v, 'changes', c, 'from', at]),
            problem: t`the source "${LOOKED_AT}" shows nothing: "without" leaves out what was looked at`,
            remedy: t`Take "${LOOKED_AT}" out of one of the two.`,
            severity: 'warning',
          },
        ];
      }),
    ),
  );
}
