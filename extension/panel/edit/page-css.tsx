// Rules for the whole page and a redirect: the two changes that are about no element.

import { useSignal } from '@preact/signals';
import { ChevronRight } from 'lucide-preact';
import type { ChangeOf } from '../../../shared/schema/change.ts';
import type { Variant } from '../../../shared/schema/experience.ts';
import { editVariant, type Place } from '../draft/desk.ts';
import { CodeField } from '../kit/code-field.tsx';
import { Entry } from '../kit/entry.tsx';

type At = Extract<Place, { kind: 'variant' }>;

/** Puts the one change of this kind that a variant can have, or takes it away. */
function setOne<K extends 'css' | 'redirect'>({ experience, id }: At, kind: K, change?: ChangeOf<K>): void {
  void editVariant({ experience, id }, kind === 'css' ? 'Page rules' : 'Redirect', (next) => {
    const index = next.changes.findIndex((one) => one.kind === kind);
    if (index >= 0 && change) next.changes[index] = change;
    else if (index >= 0) next.changes.splice(index, 1);
    else if (change) next.changes.push(change);
  });
}

export function PageCss({ at, variant }: { at: At; variant: Variant }) {
  const css = variant.changes.find((one): one is ChangeOf<'css'> => one.kind === 'css');
  const redirect = variant.changes.find((one): one is ChangeOf<'redirect'> => one.kind === 'redirect');
  const isOpen = useSignal(false);
  return (
    <details
      class="card"
      onToggle={({ currentTarget }) => {
        isOpen.value = currentTarget.open;
      }}
    >
      <summary>
        <ChevronRight size={15} class="turn" aria-hidden="true" />
        <span class="grow small">For the whole page</span>
      </summary>
      {isOpen.value && (
        <div class="make-form">
          <CodeField
            label="CSS rules"
            language="css"
            hint=".price { font-weight: 700 }"
            value={css?.value ?? ''}
            left={(value) => setOne(at, 'css', value.trim() ? { kind: 'css', value } : undefined)}
          />
          <label class="field">
            <span>Send visitors on to another page of this site</span>
            <Entry
              placeholder="/sale/"
              value={redirect?.url ?? ''}
              keep={(value) =>
                setOne(at, 'redirect', value.trim() ? { kind: 'redirect', url: value.trim() } : undefined)
              }
            />
          </label>
        </div>
      )}
    </details>
  );
}
