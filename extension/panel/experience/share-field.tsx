// The share of visitors who keep the original: a slider, and what it means.

import { useSignal } from '@preact/signals';
import type { Experience } from '../../../shared/schema/experience.ts';
import { t } from '../../../shared/words/t.ts';
import { editExperience } from '../draft/desk.ts';
import { sayShare } from './say-share.ts';

export function ShareField({ id, goal, holdout = 0 }: Pick<Experience, 'id' | 'goal' | 'holdout'>) {
  /** while it is dragged */
  const dragged = useSignal<number | undefined>(undefined);
  const share = dragged.value ?? holdout;
  const keep = async (next: number) => {
    await editExperience(id, t`Holdout`, (one) => {
      // with a goal nobody is said on purpose
      if (next || one.goal) one.holdout = next;
      else delete one.holdout;
    });
    // dragged on meanwhile, it shows that
    if (dragged.value === next) dragged.value = undefined;
  };
  const says = sayShare(share, typeof goal === 'string');
  return (
    <label class="field">
      <span>{t`keep the original`}</span>
      <input
        type="range"
        min="0"
        max="100"
        step="1"
        value={Math.round(share * 100)}
        aria-valuetext={says}
        onInput={({ currentTarget }) => {
          dragged.value = Number(currentTarget.value) / 100;
        }}
        onChange={({ currentTarget }) => void keep(Number(currentTarget.value) / 100)}
      />
      <span class="small soft plain">{says}</span>
    </label>
  );
}
