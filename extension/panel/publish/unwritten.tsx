// What is begun for the author and not written yet, among what visitors would get: nothing goes out with it until it is
// written, or until the author has said that it may. (A site's own words may look the same, so it is never refused for good.)

import { computed, signal } from '@preact/signals';
import { findUnwritten } from '../../../shared/lint/blocks.ts';
import type { Config } from '../../../shared/schema/config.ts';
import { t } from '../../../shared/words/t.ts';
import { goToPlace, publishable } from '../draft/desk.ts';
import { isNew } from '../draft/next.ts';
import { Note } from '../kit/note.tsx';

interface Unwritten {
  /** as visitors would read it */
  text: string;
  at: { experience: string; id: string };
  /** where it is, in words */
  place: string;
}

/** Each text once for each variant that holds it. */
export function findAllUnwritten(config: Config | undefined): Unwritten[] {
  const all = (config?.experiences ?? [])
    .filter(({ status }) => status === 'live')
    .flatMap(({ id: experience, name, variants }) =>
      variants.flatMap((variant) =>
        variant.changes.flatMap((change) =>
          change.kind === 'block' || change.kind === 'insert'
            ? findUnwritten(change).map(({ text }) => ({
                text,
                at: { experience, id: variant.id },
                place:
                  variants.length > 1
                    ? `${name || experience}, ${variant.name || variant.id}`
                    : name || experience,
              }))
            : [],
        ),
      ),
    );
  return [...new Map(all.map((one) => [keyOf([one]), one])).values()];
}
const keyOf = (all: readonly Unwritten[]): string => JSON.stringify(all.map(({ text, at }) => [at, text]));

function groupByPlace(all: readonly Unwritten[]): Map<string, Unwritten[]> {
  const groups = new Map<string, Unwritten[]>();
  for (const one of all) {
    const key = JSON.stringify(one.at);
    groups.set(key, [...(groups.get(key) ?? []), one]);
  }
  return groups;
}

export const unwritten = computed(() => findAllUnwritten(publishable.value));
/** Those that the author lets go out: these, and no others. */
const accepted = signal<string | undefined>(undefined);
const isAccepted = computed(() => accepted.value === keyOf(unwritten.value));
export const isWritten = computed(() => unwritten.value.length === 0 || isAccepted.value);

export function UnwrittenTexts() {
  const all = unwritten.value;
  // what is out already its author has let out
  if (all.length === 0 || !isNew()) return null;
  const count = all.length === 1 ? t`1 placeholder` : t`${all.length} placeholders`;
  return (
    <Note tone="bad">
      <strong>{t`Visitors would read ${count}: write your own words there first.`}</strong>
      <ul class="list">
        {[...groupByPlace(all)].map(([key, texts]) => (
          <li key={key}>
            {t`${texts.map(({ text }) => text).join(', ')} in`}{' '}
            <button
              class="button plain"
              type="button"
              onClick={() => texts[0] && goToPlace({ kind: 'variant', ...texts[0].at })}
            >
              {texts[0]?.place}
            </button>
          </li>
        ))}
      </ul>
      <label class="row small">
        <input
          type="checkbox"
          checked={isAccepted.value}
          onChange={({ currentTarget }) => {
            accepted.value = currentTarget.checked ? keyOf(all) : undefined;
          }}
        />
        <span class="grow">{t`Publish with ${count} all the same`}</span>
      </label>
    </Note>
  );
}
