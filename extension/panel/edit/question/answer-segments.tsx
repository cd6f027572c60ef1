// From an answer to who gave it: a segment for each, made by one click.

import { Plus } from 'lucide-preact';
import type { Config, Segment } from '../../../../shared/schema/config.ts';
import type { Question } from '../../../../shared/schema/question.ts';
import { segmentsOf } from '../../../../shared/templates/segments-of.ts';
import { t } from '../../../../shared/words/t.ts';
import { createId } from '../../draft/create-id.ts';
import { edit, place } from '../../draft/desk.ts';
import { isSame } from '../../draft/is-same.ts';

const findMade = (all: readonly Segment[], { when }: Segment): Segment | undefined =>
  all.find((one) => isSame(one.when, when));

const make = (made: Segment) =>
  edit(t`New segment`, (next) => {
    if (!findMade(next.segments, made))
      next.segments.push({ ...made, id: createId(made.id, next.segments, 'segment') });
  });

export function AnswerSegments({ config: { segments }, question }: { config: Config; question: Question }) {
  return (
    <section class="card">
      <h2>{t`Who answered what`}</h2>
      <p class="small soft">{t`Make a segment of those who answered so, and say at an experience what they get.`}</p>
      <ul class="list">
        {segmentsOf(question).map((one) => {
          const made = findMade(segments, one);
          return (
            <li key={one.id} class="make-row">
              {made ? (
                <button
                  class="make-open"
                  type="button"
                  onClick={() => {
                    place.value = { kind: 'segment', id: made.id };
                  }}
                >
                  <strong>{made.name || made.id}</strong>
                  <span class="soft tiny">{t`a segment`}</span>
                </button>
              ) : (
                <>
                  <span class="grow small">{one.name}</span>
                  <button
                    class="button"
                    type="button"
                    aria-label={t`Make a segment: ${one.name}`}
                    onClick={() => void make(one)}
                  >
                    <Plus size={14} aria-hidden="true" /> {t`Segment`}
                  </button>
                </>
              )}
            </li>
          );
        })}
      </ul>
    </section>
  );
}
