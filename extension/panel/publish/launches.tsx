// Which of the experiences that nobody sees yet are shown once this is published: the new ones, unless the author says no.

import { t } from '../../../shared/words/t.ts';
import { config, editExperience } from '../draft/desk.ts';
import { isToLaunch, noteLaunch } from '../draft/notes.ts';
import { Tick } from '../kit/tick.tsx';

export function Launches() {
  const waiting = config.value?.experiences.filter(({ status }) => status === 'draft') ?? [];
  if (waiting.length === 0) return null;
  return (
    <fieldset class="options">
      <legend>{t`Not shown yet: tick what to show`}</legend>
      {waiting.map((one) => (
        <label key={one.id} class="row small">
          <Tick
            isOn={isToLaunch(one)}
            keep={(isOn) =>
              editExperience(one.id, t`What publishing shows`, (next) => noteLaunch(next, isOn))
            }
          />
          <span class="grow">
            {one.name || one.id} <span class="soft tiny">{one.pages.join(', ')}</span>
          </span>
        </label>
      ))}
    </fieldset>
  );
}
