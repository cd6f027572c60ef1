// One experience as a sentence: show a variant to a segment on pages, when, how often; measure a goal; keep a holdout.

import { matchesPages } from '../../../shared/engine/pattern.ts';
import type { Experience } from '../../../shared/schema/experience.ts';
import { look } from '../model/page.ts';
import { Ask } from '../parts/ask.tsx';
import { Note } from '../parts/note.tsx';
import { edit, editExperience, findExperience, place } from './desk.ts';
import { Measure, When } from './moment.tsx';
import { Variants } from './variants.tsx';

function Pages({ experience }: { experience: Experience }) {
  const url = look.value?.url;
  const isHere = url !== undefined && matchesPages(experience.pages, url);
  return (
    <label class="field">
      <span>on pages</span>
      <input
        type="text"
        value={experience.pages.join(', ')}
        aria-describedby="pages-help"
        onChange={({ currentTarget: { value } }) =>
          void editExperience(experience.id, 'Pages', (next) => {
            next.pages = value
              .split(',')
              .map((one) => one.trim())
              .filter(Boolean);
          })
        }
      />
      <span id="pages-help" class="tiny soft plain">
        <code>/shoes/*</code> is all below, <code>*</code> every page, <code>!/cart</code> leaves one out.{' '}
        {isHere ? 'This page is one of them.' : 'This page is not one of them.'}
      </span>
    </label>
  );
}

export function ExperiencePage({ id }: { id: string }) {
  const experience = findExperience(id);
  if (!experience)
    return (
      <Note tone="warn">
        <span>This experience is gone from the draft. Undo brings it back.</span>
      </Note>
    );
  return (
    <>
      <div class="grid">
        <label class="field">
          <span>Name</span>
          <input
            type="text"
            value={experience.name}
            onChange={({ currentTarget }) =>
              void editExperience(id, 'Name of an experience', (one) => {
                one.name = currentTarget.value;
              })
            }
          />
        </label>
        <label class="field">
          <span>Status</span>
          <select
            value={experience.status}
            onChange={({ currentTarget }) =>
              void editExperience(id, 'Status', (one) => {
                one.status = currentTarget.value as Experience['status'];
              })
            }
          >
            <option value="live">Live once published</option>
            <option value="draft">Draft: nobody sees it</option>
            <option value="paused">Paused</option>
          </select>
        </label>
      </div>
      <Variants experience={experience} />
      <section class="card">
        <Pages experience={experience} />
        <When experience={experience} />
        <Measure experience={experience} />
      </section>
      <Ask
        label="Remove this experience"
        question={`Remove ${experience.name || id} from the draft? Undo brings it back.`}
        yes="Remove it"
        act={async () => {
          place.value = { kind: 'home' };
          await edit('Experience removed', (next) => {
            next.experiences = next.experiences.filter((one) => one.id !== id);
          });
        }}
      />
    </>
  );
}
