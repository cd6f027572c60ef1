// What can be done about a result, where the draft has the experience: it is an edit like any other, and published as one.

import { Check, CircleStop, RotateCcw } from 'lucide-preact';
import type { ReportedExperience } from '../../../shared/measure/report.ts';
import { findHeadline } from '../../../shared/measure/say-result.ts';
import { editExperience, findExperience, place, publishable } from '../draft/desk.ts';
import { canGive, countAnew, findWinner, giveToEveryone, stopIt } from './acts.ts';
import { live } from './here.ts';

export function ActRow({ reported }: { reported: ReportedExperience }) {
  const { id } = reported;
  const mine = findExperience(id);
  if (!mine) return null;
  const name = mine.name || id;
  const headline = findHeadline(reported);
  const winner = headline && findWinner(headline.comparison);
  const liveRound = live.value?.experiences.find((one) => one.id === id)?.round ?? 1;
  const nextRound = publishable.value?.experiences.find((one) => one.id === id)?.round ?? 1;
  const isAnew = nextRound > liveRound;
  return (
    <>
      <div class="row">
        {winner !== undefined && canGive(mine, winner) && (
          <button
            class="button main"
            type="button"
            onClick={() =>
              void editExperience(id, `${name} for everyone`, (one) => giveToEveryone(one, winner))
            }
          >
            <Check size={15} aria-hidden="true" /> Give it to everyone
          </button>
        )}
        {mine.status === 'live' && (
          <button
            class="button"
            type="button"
            onClick={() => void editExperience(id, `${name} stopped`, stopIt)}
          >
            <CircleStop size={15} aria-hidden="true" /> Stop it
          </button>
        )}
        {!isAnew && (
          <button
            class="button"
            type="button"
            onClick={() =>
              void editExperience(id, `${name} counted anew`, (one) => countAnew(one, liveRound))
            }
          >
            <RotateCcw size={15} aria-hidden="true" /> Count anew
          </button>
        )}
      </div>
      <div aria-live="polite" class="small soft">
        {isAnew && `In your draft: counted anew, as round ${nextRound}. `}
        {mine.status === 'paused' && 'In your draft: stopped. '}
        {(isAnew || mine.status === 'paused') && (
          <button
            class="button plain"
            type="button"
            onClick={() => {
              place.value = { kind: 'publish' };
            }}
          >
            Check and publish
          </button>
        )}
      </div>
    </>
  );
}
