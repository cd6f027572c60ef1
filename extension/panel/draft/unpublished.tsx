// The bar at the foot of every view while there is something that only the author sees: how much, and the way to
// publish it.

import { Send } from 'lucide-preact';
import { t } from '../../../shared/words/t.ts';
import { tJsx } from '../kit/t-jsx.ts';
import { draft, goToPlace, openView, place, unpublished } from './desk.ts';

export function Unpublished() {
  const count = draft.value ? unpublished.value : 0;
  const isThere = openView.value === 'make' && place.value.kind === 'publish';
  if (count === 0 || isThere) return null;
  return (
    <section class="unpublished" aria-label={t`Not published yet`}>
      <p class="grow">
        {count === 1
          ? tJsx`${<strong>{t`1 change`}</strong>} · only you see it`
          : tJsx`${<strong>{t`${count} changes`}</strong>} · only you see them`}
      </p>
      <button class="button main" type="button" onClick={() => goToPlace({ kind: 'publish' })}>
        <Send size={14} aria-hidden="true" /> {t`Publish`}
      </button>
    </section>
  );
}
