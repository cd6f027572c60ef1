// Beside "What should happen more?": what to do on the page, and what was picked there, before it is counted.

import { useSignal } from '@preact/signals';
import { ArrowLeft, ArrowRight, MousePointerClick } from 'lucide-preact';
import { useEffect } from 'preact/hooks';
import { toPattern } from '../../../shared/engine/address.ts';
import { t } from '../../../shared/words/t.ts';
import type { GoalPick } from '../../wire/goal-shapes.ts';
import { isLasting } from '../../wire/is-lasting.ts';
import type { Wanted } from '../draft/make-goal.ts';
import { Chip } from '../kit/chip.tsx';
import { Note } from '../kit/note.tsx';
import { SelectField } from '../kit/select-field.tsx';
import { look } from '../site/page.ts';
import {
  asked,
  endGoalPick,
  isReady,
  picked,
  pickTrouble,
  stepGoal,
  steppedTo,
  takeGoal,
} from './goal-pick.ts';
import { sayAct, sayFit, sayLasting } from './say-act.ts';

const Cancel = () => <button class="button" type="button" onClick={endGoalPick}>{t`Cancel`}</button>;

function Picking({ act }: { act: GoalPick['act'] }) {
  return (
    <>
      <p class="small">
        <strong>
          {!isReady.value
            ? t`The page is made ready …`
            : act === 'click'
              ? t`Click the button or link on the page that should be clicked more.`
              : t`Click the form on the page that should be sent more.`}
        </strong>
      </p>
      <p class="tiny soft">{t`The page does nothing meanwhile. By keys: the arrows go from one to the next, on the page or here; Enter takes it, Escape leaves.`}</p>
      <p class="small" aria-live="polite">
        {steppedTo.value}
      </p>
      <div class="row">
        <button
          class="icon-button"
          type="button"
          aria-label={t`The one before`}
          onClick={() => void stepGoal(-1)}
        >
          <ArrowLeft size={15} aria-hidden="true" />
        </button>
        <button
          class="icon-button"
          type="button"
          aria-label={t`The next one`}
          onClick={() => void stepGoal(1)}
        >
          <ArrowRight size={15} aria-hidden="true" />
        </button>
        <button
          class="button grow"
          type="button"
          disabled={!steppedTo.value}
          onClick={() => void takeGoal()}
        >{t`Take this one`}</button>
        <Cancel />
      </div>
    </>
  );
}

function Chosen({ pick, count }: { pick: GoalPick; count(wanted: Wanted): void }) {
  const which = useSignal<'0' | '1'>('0');
  const [alone, alike] = pick.choices;
  const choice = which.value === '1' ? alike : alone;
  const at = look.value?.url;
  const path = at === undefined ? undefined : toPattern(new URL(at));
  const isLost = choice !== undefined && !isLasting(choice) && choice.target.text === undefined;
  /** what is found by its place alone is something else on another page */
  const where = useSignal<'all' | 'here'>(isLost ? 'here' : 'all');
  const name = sayAct(pick);
  if (!choice)
    return (
      <>
        <Note tone="warn">
          <span>{pick.refused}</span>
        </Note>
        <Cancel />
      </>
    );
  return (
    <>
      <p class="lead" aria-live="polite">
        {name}
      </p>
      <p class="row">
        <Chip tone={choice.count > 0 ? 'good' : 'warn'}>{sayFit(choice.count)}</Chip>
        <Chip tone={isLasting(choice) ? 'good' : 'warn'}>{sayLasting(choice)}</Chip>
      </p>
      {alike && (
        <SelectField
          label={t`which`}
          value={which.value}
          options={[
            ['0', t`only this one`],
            ['1', t`all ${alike.count} that say “${pick.label}”`],
          ]}
          set={(next) => {
            which.value = next;
          }}
        />
      )}
      <SelectField
        label={t`where`}
        value={where.value}
        options={[
          ['all', t`on every page that has it`],
          ['here', t`only on ${path}`],
        ]}
        set={(next) => {
          where.value = next;
        }}
      />
      <div class="row">
        <button
          class="button main grow"
          type="button"
          onClick={() => {
            count({
              kind: pick.act,
              name,
              target: choice.target,
              ...(where.value === 'here' && path !== undefined && { pages: [path] }),
            });
            endGoalPick();
          }}
        >
          <MousePointerClick size={15} aria-hidden="true" /> {t`Count this`}
        </button>
        <Cancel />
      </div>
      <p class="tiny soft">{t`Or click another on the page.`}</p>
    </>
  );
}

/** @param count makes the goal of it */
export function PickGoal({ id, count }: { id: string; count(wanted: Wanted): void }) {
  // gone elsewhere: the page is the author's again
  useEffect(() => endGoalPick, [id]);
  const now = asked.value;
  if (now?.experience !== id) return null;
  const pick = picked.value;
  return (
    <section class="goal-pick" aria-label={t`Picked on the page`}>
      {pickTrouble.value && (
        <Note tone="bad">
          <span>{pickTrouble.value}</span>
        </Note>
      )}
      {pick ? (
        <Chosen key={JSON.stringify(pick.choices)} pick={pick} count={count} />
      ) : (
        <Picking act={now.act} />
      )}
    </section>
  );
}
