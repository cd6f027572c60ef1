// The blanks of conditions on what `selvedge learn` wrote down of all buyers.

import { t } from '../../../shared/words/t.ts';
import { config } from '../draft/desk.ts';
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
            {name || id}
          </option>
        ))}
      </select>
      {chosen && <p class="tiny soft">{chosen.description}</p>}
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
