// The goals of the draft: what each counts, how many experiences it measures. They are chosen at an experience.

import { Target } from 'lucide-preact';
import { t } from '../../../shared/words/t.ts';
import { config, place } from '../draft/desk.ts';
import { findUses } from './uses-of-goal.ts';

const sayUses = (count: number): string =>
  count === 0
    ? t`measures nothing yet`
    : count === 1
      ? t`measures 1 experience`
      : t`measures ${count} experiences`;

export function GoalList() {
  const now = config.value;
  if (!now?.goals?.length) return null;
  return (
    <section class="card">
      <h2>
        <Target size={15} aria-hidden="true" /> {t`Goals`}{' '}
        <span class="count">{t`what should happen more`}</span>
      </h2>
      <ul class="list">
        {now.goals.map(({ id, name }) => (
          <li key={id} class="make-row">
            <button
              class="make-open"
              type="button"
              onClick={() => {
                place.value = { kind: 'goal', id };
              }}
            >
              <strong>{name || id}</strong>
              <span class="soft tiny">{sayUses(findUses(now, id).experiences.length)}</span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
