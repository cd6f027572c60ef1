// What is asked of each thing that visitors get before it can be counted: what should happen more, and somebody to compare with.

import { t } from '../../../shared/words/t.ts';
import { goToPlace } from '../draft/desk.ts';
import { findMeasured, type Measured } from './counting.ts';
import { canEdit, needDraft, wanted } from './counting-here.ts';

export const NONE: Measured = { ready: [], aimless: [], alone: [] };
export const measuredHere = (): Measured => (wanted.value ? findMeasured(wanted.value) : NONE);

/** The way to where it is said. */
function Ask({ id, says }: { id: string; says: string }) {
  if (!canEdit.value) return null;
  return (
    <button
      class="button"
      type="button"
      onClick={async () => {
        await needDraft();
        goToPlace({ kind: 'experience', id });
      }}
    >
      {says}
    </button>
  );
}

export function SayAims() {
  const { ready, aimless, alone } = measuredHere();
  const nameOfGoal = (id: unknown) => wanted.value?.goals?.find((one) => one.id === id)?.name || `${id}`;
  if (ready.length + aimless.length + alone.length === 0)
    return (
      <>
        <p class="small soft">{t`Nothing that visitors get can be counted yet. Change something on a page first; then say what should happen more by it: a purchase, a visit, a click.`}</p>
        <div class="row">
          <button
            class="button"
            type="button"
            onClick={() => goToPlace({ kind: 'home' })}
          >{t`To the draft`}</button>
        </div>
      </>
    );
  return (
    <>
      {ready.map(({ id, name, goal }) => (
        <p key={id} class="small">{t`“${name || id}” counts “${nameOfGoal(goal)}”.`}</p>
      ))}
      {aimless.map(({ id, name }) => (
        <div key={id} class="row">
          <Ask id={id} says={t`Say it for “${name || id}”`} />
        </div>
      ))}
      {alone.map(({ id, name }) => (
        <div key={id} class="stack">
          <p class="small">{t`“${name || id}” is given to everybody, so there is nothing to compare it with. Let some visitors keep the original.`}</p>
          <div class="row">
            <Ask id={id} says={t`Open “${name || id}”`} />
          </div>
        </div>
      ))}
    </>
  );
}
