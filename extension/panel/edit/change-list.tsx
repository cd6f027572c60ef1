// The changes of one variant in plain words, in order: by dragging, or by keys in the opened change.

import { useSignal } from '@preact/signals';
import { ListChecks } from 'lucide-preact';
import { useEffect } from 'preact/hooks';
import { slotOf } from '../../../shared/engine/aspect.ts';
import type { Change } from '../../../shared/schema/change.ts';
import type { Variant } from '../../../shared/schema/experience.ts';
import { t } from '../../../shared/words/t.ts';
import { edit } from '../draft/desk.ts';
import { isOff, noteOff } from '../draft/notes.ts';
import type { Place } from '../draft/places.ts';
import { ChangeItem } from './change-item.tsx';
import { chosenChange } from './on-page.ts';

type At = Extract<Place, { kind: 'variant' }>;

/** A name per row that stays with the change when it moves or says something else. */
function nameRows(changes: readonly Change[]): string[] {
  const counts = new Map<string, number>();
  return changes.map((change) => {
    const name = slotOf(change);
    const count = counts.get(name) ?? 0;
    counts.set(name, count + 1);
    return `${name} ${count}`;
  });
}

export function ChangeList({ at, variant }: { at: At; variant: Variant }) {
  const { changes } = variant;
  const keys = nameRows(changes);
  /** Of the changes whose forms are open. */
  const open = useSignal<readonly string[]>([]);
  const chosen = chosenChange.value;
  const chosenKey = chosen === undefined ? undefined : keys[chosen];
  // one that was added, or clicked on the page, is looked at: the forms of the others only stand in its way
  useEffect(() => {
    if (chosenKey !== undefined) open.value = [chosenKey];
  }, [chosenKey]);
  if (changes.length === 0) return null;
  return (
    <section class="card" aria-label={t`Changes`}>
      <h2>
        <ListChecks size={15} aria-hidden="true" /> {t`Changes`} <span class="count">{changes.length}</span>
      </h2>
      <ol class="list">
        {changes.map((change, index) => {
          const key = keys[index] ?? '';
          const isOpen = open.value.includes(key);
          return (
            <ChangeItem
              key={key}
              at={at}
              change={change}
              index={index}
              all={changes}
              isOpen={isOpen}
              turn={() => {
                open.value = isOpen ? open.value.filter((one) => one !== key) : [...open.value, key];
              }}
            />
          );
        })}
      </ol>
      <button
        class="button plain"
        type="button"
        onClick={() =>
          void edit(t`All changes turned off`, (next) => {
            const found = next.experiences
              .find(({ id }) => id === at.experience)
              ?.variants.find(({ id }) => id === at.id);
            const isOn = found?.changes.some((one) => !isOff(one)) ?? false;
            for (const one of found?.changes ?? []) noteOff(one, isOn);
          })
        }
      >
        {changes.some((one) => !isOff(one)) ? t`Turn all off` : t`Turn all on`}
      </button>
    </section>
  );
}
