// Copies a change to another variant, of this experience or another.

import type { Change } from '../../../shared/schema/change.ts';
import { t } from '../../../shared/words/t.ts';
import { config, editVariant } from '../draft/desk.ts';
import type { Place } from '../draft/places.ts';

type At = Extract<Place, { kind: 'variant' }>;

export function CopyTo({ at, change }: { at: At; change: Change }) {
  const others = (config.value?.experiences ?? []).flatMap(({ id, name, variants }) =>
    variants
      .filter((variant) => !(id === at.experience && variant.id === at.id))
      .map((variant) => ({
        value: JSON.stringify([id, variant.id]),
        label: `${name || id}: ${variant.name || variant.id}`,
      })),
  );
  if (!others.length) return null;
  return (
    <label class="field">
      <span>{t`Copy to another variant`}</span>
      <select
        value=""
        onChange={({ currentTarget }) => {
          if (!currentTarget.value) return;
          const [experience, id] = JSON.parse(currentTarget.value) as [string, string];
          void editVariant({ experience, id }, t`Change copied`, (variant) => {
            variant.changes.push(structuredClone(change));
          });
          currentTarget.value = '';
        }}
      >
        <option value="">{t`Choose one …`}</option>
        {others.map(({ value, label }) => (
          <option key={value} value={value}>
            {label}
          </option>
        ))}
      </select>
    </label>
  );
}
