// Rules of the draft with a blank that is still empty: they hold for what nobody meant, and no check of a config can know.

import { computed } from '@preact/signals';
import { t } from '../../../shared/words/t.ts';
import { Note } from '../kit/note.tsx';
import { sayMade } from '../kit/say-made.ts';
import { goToPlace, publishable } from './desk.ts';
import { isUnfinished } from './unfinished.ts';

const unfinished = computed(() => publishable.value?.segments.filter(({ when }) => isUnfinished(when)) ?? []);
export const isAllFilled = computed(() => unfinished.value.length === 0);

export function UnfinishedRules() {
  if (isAllFilled.value) return null;
  return (
    <Note tone="warn">
      <strong>{t`Still to be filled in`}</strong>
      <ul class="list">
        {unfinished.value.map(({ id, name }) => (
          <li key={id}>
            <button
              class="button plain in-text"
              type="button"
              onClick={() => goToPlace({ kind: 'segment', id })}
            >
              {t`“${sayMade(name) || id}”`}
            </button>
            {': '}
            {t`its rule has an empty blank, so it holds for nobody, or for others than you mean. Fill it in, or take that line out.`}
          </li>
        ))}
      </ul>
    </Note>
  );
}
