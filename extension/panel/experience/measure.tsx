// What should happen more: a goal that is there, a purchase, a view of the page in front, or an event seen here.

import { matchesPages } from '../../../shared/engine/pattern.ts';
import type { Experience } from '../../../shared/schema/experience.ts';
import { config, edit, editExperience } from '../draft/desk.ts';
import { seenEvents } from '../draft/suggestions.ts';
import { look } from '../site/page.ts';
import { chooseGoal } from './choose-goal.ts';
import { makeGoal, type Wanted } from './make-goal.ts';
import { ShareField } from './share-field.tsx';

/** Whether everybody who gets the experience has reached its goal by that: a view of one of its own pages. */
function isReachedByAll({ goal, pages }: Experience): boolean {
  const event = config.value?.goals?.find(({ id }) => id === goal)?.event;
  const at = look.value?.url;
  if (at === undefined) return false;
  return (config.value?.capture ?? []).some(
    (one) =>
      one.kind === 'page' &&
      one.event === event &&
      one.pages.some((path) => path.startsWith('/') && matchesPages(pages, new URL(path, at))),
  );
}

export function Measure({ experience }: { experience: Experience }) {
  const { id, goal, holdout } = experience;
  const goals = config.value?.goals ?? [];
  const at = look.value?.url;
  const path = at === undefined ? undefined : new URL(at).pathname;
  const events = seenEvents().filter((name) => !goals.some(({ event }) => event === name));
  const want = (wanted: Wanted) =>
    void edit('New goal', (next) => {
      const made = makeGoal(next, wanted);
      const one = next.experiences.find((each) => each.id === id);
      if (one) chooseGoal(one, made);
    });
  const choose = (value: string) => {
    const [kind, rest = ''] = value.split(/:(.*)/s);
    if (kind === 'purchase') want({ kind });
    else if (kind === 'page' && path !== undefined) want({ kind, path });
    else if (kind === 'event') want({ kind, event: rest });
    else
      void editExperience(id, 'Goal', (one) =>
        chooseGoal(one, kind === 'nothing' ? null : rest || undefined),
      );
  };
  return (
    <div class="grid">
      <label class="field">
        <span>What should happen more?</span>
        <select
          value={goal === null ? 'nothing' : `goal:${goal ?? ''}`}
          onChange={({ currentTarget }) => choose(currentTarget.value)}
        >
          <option value="goal:">not said yet</option>
          <option value="nothing">nothing to count</option>
          {goals.map((one) => (
            <option key={one.id} value={`goal:${one.id}`}>
              {one.name || one.id}
            </option>
          ))}
          <optgroup label="New">
            {!goals.some(({ event }) => event === 'purchase') && <option value="purchase">a purchase</option>}
            {path !== undefined && <option value="page">a visit to this page ({path})</option>}
          </optgroup>
          <optgroup label="An event">
            {events
              .filter((name) => name !== 'purchase')
              .map((name) => (
                <option key={name} value={`event:${name}`}>
                  {name}
                </option>
              ))}
          </optgroup>
        </select>
        {isReachedByAll(experience) && (
          <span class="small make-warn">
            Everybody who gets this is on that page already, so the goal is always reached. Open the page
            where they should arrive, and choose it there.
          </span>
        )}
      </label>
      <ShareField id={id} goal={goal} holdout={holdout} />
    </div>
  );
}
