// What should happen more: a goal that is there, a purchase, a view of the page in front, a click or a form picked there,
// or an event seen here.

import { Target } from 'lucide-preact';
import { matchesPages } from '../../../shared/engine/pattern.ts';
import type { Experience } from '../../../shared/schema/experience.ts';
import { t } from '../../../shared/words/t.ts';
import { config, edit, editExperience } from '../draft/desk.ts';
import { makeGoal, type Wanted } from '../draft/make-goal.ts';
import { seenEvents } from '../draft/suggestions.ts';
import { sayEventName } from '../kit/say-event.ts';
import { look } from '../site/page.ts';
import { chooseGoal } from './choose-goal.ts';
import { asked, endGoalPick, startGoalPick } from './goal-pick.ts';
import { PickGoal } from './pick-goal.tsx';
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

/** @param isNamed the experience is not what the author is looking at: the question says of which it is */
export function Measure({ experience, isNamed = false }: { experience: Experience; isNamed?: boolean }) {
  const { id, name, goal, holdout } = experience;
  const goals = config.value?.goals ?? [];
  const picks = asked.value?.experience === id ? asked.value : undefined;
  const at = look.value?.url;
  const path = at === undefined ? undefined : new URL(at).pathname;
  const events = seenEvents().filter((name) => !goals.some(({ event }) => event === name));
  const want = (wanted: Wanted) =>
    void edit(t`New goal`, (next) => {
      const made = makeGoal(next, wanted);
      const one = next.experiences.find((each) => each.id === id);
      if (one) chooseGoal(one, made);
    });
  const choose = (value: string) => {
    endGoalPick();
    const [kind, rest = ''] = value.split(/:(.*)/s);
    if (kind === 'purchase') want({ kind });
    else if (kind === 'page' && path !== undefined) want({ kind, path });
    else if (kind === 'event') want({ kind, event: rest });
    else if (kind === 'click' || kind === 'submit') startGoalPick(id, kind);
    else
      void editExperience(id, t`Goal`, (one) =>
        chooseGoal(one, kind === 'nothing' ? null : rest || undefined),
      );
  };
  return (
    <section class="card">
      <h2>
        <Target size={15} aria-hidden="true" />{' '}
        <label for={`measure-${id}`}>{t`What should happen more?`}</label>
      </h2>
      {isNamed && (
        <p class="small">
          {t`By “${name || id}”.`}{' '}
          <span class="soft">{t`Asked once; that there is nothing to count is an answer.`}</span>
        </p>
      )}
      <div class="field">
        <select
          id={`measure-${id}`}
          value={picks?.act ?? (goal === null ? 'nothing' : `goal:${goal ?? ''}`)}
          onChange={({ currentTarget }) => choose(currentTarget.value)}
        >
          <option value="goal:">{t`not said yet`}</option>
          <option value="nothing">{t`nothing to count`}</option>
          {goals.map((one) => (
            <option key={one.id} value={`goal:${one.id}`}>
              {one.name || one.id}
            </option>
          ))}
          <optgroup label={t`New`}>
            {!goals.some(({ event }) => event === 'purchase') && (
              <option value="purchase">{t`a purchase`}</option>
            )}
            {path !== undefined && (
              <>
                <option value="page">{t`a visit to this page (${path})`}</option>
                <option value="click">{t`a click, picked on the page …`}</option>
                <option value="submit">{t`a form sent, picked on the page …`}</option>
              </>
            )}
          </optgroup>
          <optgroup label={t`An event`}>
            {events
              .filter((name) => name !== 'purchase')
              .map((name) => (
                <option key={name} value={`event:${name}`}>
                  {sayEventName(name)}
                </option>
              ))}
          </optgroup>
        </select>
        {isReachedByAll(experience) && (
          <span class="small make-warn">{t`Everybody who gets this is on that page already, so the goal is always reached. Open the page where they should arrive, and choose it there.`}</span>
        )}
      </div>
      {goal === null && (
        <p class="small soft">{t`Then nothing is counted, and nobody has to be compared with.`}</p>
      )}
      <PickGoal id={id} count={want} />
      {isNamed ? (
        <p class="tiny soft">{t`Then 1 visitor in 10 keeps the original, to compare with; at the experience that can be changed.`}</p>
      ) : (
        <ShareField id={id} goal={goal} holdout={holdout} />
      )}
    </section>
  );
}
