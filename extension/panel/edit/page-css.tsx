// Rules for the whole page and a redirect: the two changes that are about no element.

import { useSignal } from '@preact/signals';
import { ChevronRight } from 'lucide-preact';
import type { ChangeOf } from '../../../shared/schema/change.ts';
import type { Variant } from '../../../shared/schema/experience.ts';
import { t } from '../../../shared/words/t.ts';
import { typeText } from '../draft/desk.ts';
import type { Place } from '../draft/places.ts';
import { TextEntry } from '../draft/text-entry.tsx';
import { CodeField } from '../kit/code-field.tsx';
import { useTyped } from '../kit/use-typed.ts';

type At = Extract<Place, { kind: 'variant' }>;

function Rules({ at, value }: { at: At; value: string }) {
  const { now, put } = useTyped(value, (one) => one);
  return (
    <CodeField
      label={t`CSS rules`}
      language="css"
      hint=".price { font-weight: 700 }"
      value={now}
      typed={(next) => {
        put(next);
        typeText({ of: 'variant', experience: at.experience, id: at.id, field: 'css' }, t`Page rules`, next);
      }}
    />
  );
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
        <span class="grow small">{t`For the whole page`}</span>
      </summary>
      {isOpen.value && (
        <div class="make-form">
          <Rules at={at} value={css?.value ?? ''} />
          <label class="field">
            <span>{t`Send visitors on to another page of this site`}</span>
            <TextEntry
              spot={{ of: 'variant', experience: at.experience, id: at.id, field: 'redirect' }}
              what={t`Redirect`}
              placeholder="/sale/"
              value={redirect?.url ?? ''}
            />
          </label>
        </div>
      )}
    </details>
  );
}
