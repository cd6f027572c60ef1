// One experience as a sentence: show a variant to a segment on pages, when, how often; measure a goal; keep a holdout.

import type { Experience } from '../../../shared/schema/experience.ts';
import { t } from '../../../shared/words/t.ts';
import { config, edit, editExperience, findExperience, place, sayWho } from '../draft/desk.ts';
import { PartProblems } from '../draft/findings.tsx';
import { noteLaunch } from '../draft/notes.ts';
import { TextEntry } from '../draft/text-entry.tsx';
import { Ask } from '../kit/ask.tsx';
import { Note } from '../kit/note.tsx';
import { SelectField } from '../kit/select-field.tsx';
import { Tick } from '../kit/tick.tsx';
import { findCollisions } from './find-collisions.ts';
import { Measure } from './measure.tsx';
import { When } from './moment.tsx';
import { PagesField } from './pages-field.tsx';
import { sayExperience } from './say-experience.ts';
import { ScheduleField } from './schedule-field.tsx';
import { Variants } from './variants.tsx';

function Collisions({ id }: { id: string }) {
  const found = config.value ? findCollisions(config.value, id) : [];
  if (found.length === 0) return null;
  return (
    <Note tone="warn">
      <ul class="list" aria-label={t`Collisions`}>
        {found.map(({ with: other, isEarlier, elements }) => (
          <li key={other.id}>
            {isEarlier
              ? t`${other.name || other.id} stands earlier and wins where a visitor gets both: ${elements.map((one) => t`the ${one}`).join(', ')}.`
              : t`This one wins over ${other.name || other.id} where a visitor gets both: ${elements.map((one) => t`the ${one}`).join(', ')}.`}
          </li>
        ))}
      </ul>
      <span class="tiny">{t`The order of priority is that of the list in the draft.`}</span>
    </Note>
  );
}

function Live({ experience: { id, live } }: { experience: Experience }) {
  return (
    <label class="row said small">
      <Tick
        isOn={live === true}
        keep={(isOn) =>
          editExperience(id, t`Deciding while the page is open`, (one) => {
            if (isOn) one.live = true;
            else delete one.live;
          })
        }
      />
      <span class="grow">{t`Follow the visitor: change the page while it is open, as soon as something else fits. Otherwise it stays as it was when it opened.`}</span>
    </label>
  );
}

const STATUSES = [
  ['draft', t`Not shown yet`],
  ['live', t`Live`],
  ['paused', t`Paused`],
] as const;

const nameGoal = (id: string): string => config.value?.goals?.find((one) => one.id === id)?.name || id;

export function ExperiencePage({ id }: { id: string }) {
  const experience = findExperience(id);
  if (!experience)
    return (
      <Note tone="warn">
        <span>{t`This experience is gone from the draft. Undo brings it back.`}</span>
      </Note>
    );
  return (
    <>
      <label class="field">
        <span>{t`Name`}</span>
        <TextEntry
          spot={{ of: 'experience', id, field: 'name' }}
          what={t`Name of an experience`}
          value={experience.name}
        />
      </label>
      <SelectField
        label={t`Status`}
        value={experience.status}
        options={STATUSES}
        set={(status) =>
          void editExperience(id, t`Status`, (one) => {
            one.status = status;
            noteLaunch(one, false);
          })
        }
      />
      <p class="small soft" aria-live="polite">
        {sayExperience(experience, sayWho, nameGoal)}
      </p>
      <PartProblems of="experiences" id={id} />
      <Collisions id={id} />
      <Variants experience={experience} />
      <Measure experience={experience} />
      <section class="card">
        <PagesField experience={experience} />
        <When experience={experience} />
        <ScheduleField experience={experience} />
        <Live experience={experience} />
      </section>
      <Ask
        label={t`Remove this experience`}
        question={t`Remove ${experience.name || id} from the draft? Undo brings it back.`}
        yes={t`Remove it`}
        act={async () => {
          place.value = { kind: 'home' };
          await edit(t`Experience removed`, (next) => {
            next.experiences = next.experiences.filter((one) => one.id !== id);
          });
        }}
      />
    </>
  );
}
