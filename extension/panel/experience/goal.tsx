// One goal: its name, what it counts, where it is used.

import { t } from '../../../shared/words/t.ts';
import { config, edit, place } from '../draft/desk.ts';
import type { Place } from '../draft/places.ts';
import { TextEntry } from '../draft/text-entry.tsx';
import { Ask } from '../kit/ask.tsx';
import { Note } from '../kit/note.tsx';
import { sayGoal } from './say-goal.ts';
import { findUses, removeGoal, type Uses } from './uses-of-goal.ts';
import { WorthField } from './worth-field.tsx';

function UseList({ experiences, segments }: Uses) {
  const all = [
    ...experiences.map((one) => ({
      ...one,
      at: { kind: 'experience', id: one.id } as Place,
      does: t`measured by it`,
    })),
    ...segments.map((one) => ({
      ...one,
      at: { kind: 'segment', id: one.id } as Place,
      does: t`asks about it`,
    })),
  ];
  if (all.length === 0) return <p class="small soft">{t`Nowhere yet. Choose it at an experience.`}</p>;
  return (
    <ul class="list">
      {all.map(({ id, name, at, does }) => (
        <li key={`${at.kind} ${id}`} class="make-row">
          <button
            class="make-open"
            type="button"
            onClick={() => {
              place.value = at;
            }}
          >
            <strong>{name || id}</strong>
            <span class="soft tiny">{does}</span>
          </button>
        </li>
      ))}
    </ul>
  );
}

const list = (parts: { id: string; name: string }[]): string =>
  parts.map(({ id, name }) => t`“${name || id}”`).join(', ');

function Remove({ id, name, uses }: { id: string; name: string; uses: Uses }) {
  const { experiences, segments } = uses;
  if (segments.length > 0)
    return (
      <p class="small soft">
        {segments.length === 1
          ? t`It stays as long as ${list(segments)} asks about it.`
          : t`It stays as long as ${list(segments)} ask about it.`}
      </p>
    );
  return (
    <Ask
      label={t`Remove this goal`}
      question={
        experiences.length === 0
          ? t`Remove ${name || id} from the draft? Undo brings it back.`
          : t`Remove ${name || id} from the draft? Nothing is counted then for ${list(experiences)}, until you say what. Undo brings it back.`
      }
      yes={t`Remove it`}
      act={async () => {
        place.value = { kind: 'home' };
        await edit(t`Goal removed`, (next) => removeGoal(next, id));
      }}
    />
  );
}

export function GoalPage({ id }: { id: string }) {
  const now = config.value;
  const goal = now?.goals?.find((one) => one.id === id);
  if (!now || !goal)
    return (
      <Note tone="warn">
        <span>{t`This goal is gone from the draft. Undo brings it back.`}</span>
      </Note>
    );
  const uses = findUses(now, id);
  return (
    <>
      <label class="field">
        <span>{t`Name`}</span>
        <TextEntry spot={{ of: 'goal', id, field: 'name' }} what={t`Name of a goal`} value={goal.name} />
      </label>
      <p class="small soft">{sayGoal(goal, now.capture ?? [])}</p>
      {(goal.event === 'purchase' || goal.value !== undefined) && <WorthField goal={goal} />}
      <section class="card">
        <h2>{t`Where it is used`}</h2>
        <UseList {...uses} />
      </section>
      <Remove id={id} name={goal.name} uses={uses} />
    </>
  );
}
