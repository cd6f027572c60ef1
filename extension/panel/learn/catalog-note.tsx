// What came of the catalog: how many of its items were met, and what in it is odd; without one, the way to one.

import { ODD } from '../../../shared/learn/items/catalog.ts';
import type { ItemsReport } from '../../../shared/learn/items/items-report.ts';
import { sayNumber } from '../../../shared/words/numbers.ts';
import { t } from '../../../shared/words/t.ts';
import { ChooseFiles } from './choose-files.tsx';

/** In the order of ODD. */
const SAID: ((count: string) => string)[] = [
  (count) => t`without an id: ${count}`,
  (count) => t`with an id that another has: ${count}`,
  (count) => t`with a price that is not read: ${count}`,
  (count) => t`with a name that could reach a person: ${count}`,
  (count) => t`with an address that is not read: ${count}`,
];

export function CatalogNote({ catalog }: { catalog: ItemsReport['catalog'] | undefined }) {
  if (!catalog)
    return (
      <div class="row">
        <ChooseFiles label={t`Add a catalog`} />
      </div>
    );
  const { entries, unmet, noted } = catalog;
  const odd = ODD.flatMap((what, i) => (noted[what] ? (SAID[i]?.(sayNumber(noted[what])) ?? []) : []));
  return (
    <>
      <p class="tiny soft">{t`Items in the catalog: ${sayNumber(entries)}. Of these somebody met ${sayNumber(entries - unmet)}.`}</p>
      {odd.length > 0 && <p class="tiny soft">{t`In the catalog ${odd.join('; ')}.`}</p>}
    </>
  );
}
