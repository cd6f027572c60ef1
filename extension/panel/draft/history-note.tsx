// What the author notes for the history before publishing: what it is for, and, asked once, who they are.

import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { t } from '../../../shared/words/t.ts';
import { Entry, LongEntry } from '../kit/entry.tsx';
import { author } from './author.ts';
import { changeDraft, draft } from './desk.ts';
import { noteNext } from './draft.ts';

function Name() {
  const name = useSignal<string | undefined>(undefined);
  const isAsking = useSignal(false);
  useEffect(
    () =>
      author.follow((kept) => {
        if (name.peek() === undefined) isAsking.value = kept === undefined;
        name.value = kept ?? '';
      }),
    [],
  );
  if (name.value === undefined) return null;
  if (!isAsking.value)
    return (
      <p class="row tiny soft">
        <span class="grow">
          {name.value
            ? t`It goes into your history as ${name.value}’s.`
            : t`It goes into your history without a name.`}
        </span>
        <button
          class="button"
          type="button"
          onClick={() => {
            isAsking.value = true;
          }}
        >
          {name.value ? t`Another name` : t`Add my name`}
        </button>
      </p>
    );
  return (
    <label class="field">
      <span>{t`Your name, if you like`}</span>
      <Entry
        value={name.value}
        maxLength={60}
        autocomplete="off"
        keep={(next) => {
          void author.write(next.trim());
          isAsking.value = false;
        }}
      />
      <span class="plain tiny soft">{t`For your colleagues. It is asked once and kept in this browser.`}</span>
    </label>
  );
}

export function HistoryNote() {
  return (
    <section class="card" aria-label={t`For the history`}>
      <h2>{t`For the history`}</h2>
      <label class="field">
        <span>{t`What is this for?`}</span>
        <LongEntry
          rows={2}
          maxLength={500}
          placeholder={t`Spring sale, as agreed on Monday`}
          value={draft.value?.note ?? ''}
          keep={(next) => void changeDraft((before, now) => noteNext(before, next.trim(), now))}
        />
      </label>
      <Name />
      <p class="tiny soft">{t`Stays in your draft’s history. Nothing of it is published.`}</p>
    </section>
  );
}
