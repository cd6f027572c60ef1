// Advice on lists of recommended items: sources that have nothing to show.

import type { ChangeOf } from '../schema/change.ts';
import type { Config } from '../schema/config.ts';
import { formatPath, type Problem } from '../schema/problem.ts';
import { t } from '../words/t.ts';

type List = ChangeOf<'recommend'>;
type Source = List['from'][number];

/** Both a source and what may be left out. */
const LOOKED_AT = 'viewed';

/** What is wrong with a source of a list, in words. */
type Advice = [source: Source, said: Pick<Problem, 'problem' | 'remedy' | 'inPanel'>];

/** Everything that it has is left out again. */
const adviseLeftOut = ({ without }: List): Advice[] =>
  without?.includes(LOOKED_AT)
    ? [
        [
          LOOKED_AT,
          {
            problem: t`the source "${LOOKED_AT}" shows nothing: "without" leaves out what was looked at`,
            remedy: t`Take "${LOOKED_AT}" out of one of the two.`,
            inPanel: {
              problem: t`what they looked at is both shown and left out, so none of it shows`,
              remedy: t`Take it out of one of the two.`,
            },
          },
        ],
      ]
    : [];

/** Where items are known from their pages, no page says what all visitors want. */
const adviseUnknown = (items: Config['items']): Advice[] =>
  items?.pages
    ? [
        [
          'trending',
          {
            problem: t`"trending" has no item here: items are known from their pages, and none says what many want`,
            remedy: t`Take it out, or let \`selvedge learn\` write one file of items, without --pages.`,
            inPanel: {
              problem: t`“Wanted by many now” finds no item: items are known from their pages, and none says what many want`,
              remedy: t`Take this source out of the list, or learn what goes together again, as one file.`,
            },
          },
        ],
      ]
    : [];

export function lintLists({ items, experiences }: Config): Problem[] {
  return experiences.flatMap(({ variants }, e) =>
    variants.flatMap(({ changes }, v) =>
      changes.flatMap((change, c): Problem[] => {
        if (change.kind !== 'recommend') return [];
        return [...adviseLeftOut(change), ...adviseUnknown(items)].flatMap(([source, said]): Problem[] => {
          const at = change.from.indexOf(source);
          const path = formatPath(['experiences', e, 'variants', v, 'changes', c, 'from', at]);
          return at < 0 ? [] : [{ path, ...said, severity: 'warning' }];
        });
      }),
    ),
  );
}
