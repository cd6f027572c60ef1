// What can be done about a result, where the draft has the experience: it is an edit like any other, and published as one.

import { Check, CircleStop, RotateCcw } from 'lucide-preact';
import { EVERYTHING } from '../../../shared/engine/held-out.ts';
import type { ReportedExperience } from '../../../shared/measure/report.ts';
import { findHeadline } from '../../../shared/measure/say-result.ts';
import type { Config } from '../../../shared/schema/config.ts';
import { t } from '../../../shared/words/t.ts';
import { config, edit, editExperience, findExperience, place, publishable } from '../draft/desk.ts';
import { canGive, countAnew, findWinner, giveToEveryone, stopIt } from './acts.ts';
import { live } from './here.ts';

type Counted = Parameters<typeof countAnew>[0];

/** What is counted in rounds: an experience, or all of them together. */
const findCounted = (id: string, of: Config | undefined): Counted | undefined =>
  id === EVERYTHING ? of?.measure : of?.experiences.find((one) => one.id === id);

/** What may be done is done to an experience; all of them together are counted anew. */
export function ActRow({ reported }: { reported: ReportedExperience }) {
  const { id } = reported;
  const mine = findExperience(id);
  const isAll = id === EVERYTHING && config.value?.measure?.holdout !== undefined;
  if (!mine && !isAll) return null;
  const name = mine ? mine.name || id : t`All of it`;
  const headline = findHeadline(reported);
  const winner = headline && findWinner(headline.comparison);
  const liveRound = findCounted(id, live.value)?.round ?? 1;
  const nextRound = findCounted(id, publishable.value)?.round ?? 1;
  const isAnew = nextRound > liveRound;
  return (
    <>
      <div class="row">
        {mine && winner !== undefined && canGive(mine, winner) && (
          <button
            class="button main"
            type="button"
            onClick={() =>
              void editExperience(id, t`${name} for everyone`, (one) => giveToEveryone(one, winner))
            }
          >
            <Check size={15} aria-hidden="true" /> {t`Give it to everyone`}
          </button>
        )}
        {mine?.status === 'live' && (
          <button
            class="button"
            type="button"
            onClick={() => void editExperience(id, t`${name} stopped`, stopIt)}
          >
            <CircleStop size={15} aria-hidden="true" /> {t`Stop it`}
          </button>
        )}
        {!isAnew && (
          <button
            class="button"
            type="button"
            onClick={() =>
              void edit(t`${name} counted anew`, (next) => {
                const counted = findCounted(id, next);
                if (counted) countAnew(counted, liveRound);
              })
            }
          >
            <RotateCcw size={15} aria-hidden="true" /> {t`Count anew`}
          </button>
        )}
      </div>
      <div aria-live="polite" class="small soft">
        {isAnew && t`In your draft: counted anew, as round ${nextRound}.`}
        {mine?.status === 'paused' && t`In your draft: stopped.`}{' '}
        {(isAnew || mine?.status === 'paused') && (
          <button
            class="button plain"
            type="button"
            onClick={() => {
              place.value = { kind: 'publish' };
            }}
          >{t`Check and publish`}</button>
        )}
      </div>
    </>
  );
}
