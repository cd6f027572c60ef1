// The blanks of conditions on what `selvedge learn` wrote down of all buyers and visits.

import type { Model } from '../../../shared/schema/model.ts';
import { t } from '../../../shared/words/t.ts';
import { config } from '../draft/desk.ts';
import { sayMade } from '../kit/say-made.ts';
import { type Fields, fill, type SetFields } from './fields.ts';

interface BlankProps {
  node: Fields;
  set: SetFields;
}

export function PersonaField({ node, set }: BlankProps) {
  const groups = config.value?.personas?.groups ?? [];
  const chosen = groups.find(({ id }) => id === node.id);
  return (
    <>
      <select
        aria-label={t`Group of buyers`}
        value={node.id ?? ''}
        onChange={({ currentTarget }) => set((next) => fill(next, 'id', currentTarget.value))}
      >
        <option value="">{t`choose one`}</option>
        {groups.map(({ id, name }) => (
          <option key={id} value={id}>
            {sayMade(name) || id}
          </option>
        ))}
      </select>
      {chosen && <p class="tiny soft">{sayMade(chosen.description)}</p>}
    </>
  );
}

/** How the model held: so an author knows what a chance is worth, and how many visits have one. */
function ReportNote({ report, goal }: Model) {
  const name = config.value?.goals?.find(({ id }) => id === goal)?.name || goal;
  const last = report.bins.at(-1);
  return (
    <p class="tiny soft">
      {t`Of ${report.visits} visits of the test ${report.positives} reached “${name}”. The number is a chance in per cent.`}{' '}
      {last &&
        t`Of the tenth of page views with the highest chance (${inHundred(last.mean)} of 100), ${inHundred(last.actual)} of 100 led there.`}
    </p>
  );
}

const inHundred = (share: number): number => Math.round(100 * share);

export function ModelField({ node, set }: BlankProps) {
  const models = config.value?.models ?? [];
  const chosen = models.find(({ id }) => id === node.id);
  return (
    <>
      <select
        aria-label={t`Model`}
        value={node.id ?? ''}
        onChange={({ currentTarget }) => set((next) => fill(next, 'id', currentTarget.value))}
      >
        <option value="">{t`choose one`}</option>
        {models.map(({ id, name }) => (
          <option key={id} value={id}>
            {name || id}
          </option>
        ))}
      </select>
      {chosen && <ReportNote {...chosen} />}
    </>
  );
}

export function WorthField({ node, set }: BlankProps) {
  const canBeMoney = config.value?.value?.spend !== undefined;
  return (
    <select
      aria-label={t`What is expected`}
      value={node.of === 'value' ? 'value' : 'orders'}
      onChange={({ currentTarget }) =>
        set((next) => fill(next, 'of', currentTarget.value === 'value' ? 'value' : undefined))
      }
    >
      <option value="orders">{t`on so many days`}</option>
      {(canBeMoney || node.of === 'value') && <option value="value">{t`for so much money`}</option>}
    </select>
  );
}
