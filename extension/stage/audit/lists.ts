// The checks of lists of recommended items: what they ask for, and no item that is known has. Items are those of the preview,
// which reads no file that it may not.

import { adviseList } from '../../../shared/lists/advise-list.ts';
import { t } from '../../../shared/words/t.ts';
import { messageOf } from '../../wire/message-of.ts';
import type { Bench, Exhibit, Report } from './bench.ts';

/** @returns the changes of which it is said that their lists show nothing */
export async function checkLists(
  { experience, variant, placements }: Exhibit,
  openItems: Bench['openItems'],
  report: Report,
): Promise<Set<number>> {
  const empty = new Set<number>();
  for (const { index, change } of placements) {
    if (!('list' in change)) continue;
    const at = { experience: experience.id, variant: variant.id, change: index, kind: 'items' as const };
    const { list, file } = change;
    const items = await openItems(file).catch((error: unknown) => {
      empty.add(index);
      report({
        ...at,
        severity: 'warning',
        what: messageOf(error),
        remedy: t`What this list asks for was not compared with the items. All else of the variant is shown.`,
      });
    });
    if (!items) continue;
    for (const { isEmpty, inPanel } of adviseList(list, items, file)) {
      if (isEmpty) empty.add(index);
      report({
        ...at,
        severity: isEmpty ? 'error' : 'warning',
        what: inPanel.problem,
        remedy: inPanel.remedy,
      });
    }
  }
  return empty;
}
