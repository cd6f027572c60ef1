// The way out where there is no goal to look for: one is made here, and it is learned again.

import { t } from '../../../shared/words/t.ts';
import { base, learning, makePurchaseGoal } from './here.ts';

export const GoalRemedy = () =>
  base.value?.goals?.length ? (
    <div class="row">
      <p class="small grow">{t`Your draft has a goal now.`}</p>
      <button
        class="button main"
        type="button"
        onClick={() => void learning.learn()}
      >{t`Learn again`}</button>
    </div>
  ) : (
    <>
      <div class="row">
        <button
          class="button"
          type="button"
          onClick={() => void makePurchaseGoal()}
        >{t`Make a purchase the goal`}</button>
      </div>
      <p class="tiny soft">{t`Other goals are made at an experience, under “What should happen more?”.`}</p>
    </>
  );
