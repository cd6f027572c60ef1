// A question in the list of changes: where on the page it is asked, and the way to the question itself.

import type { ChangeOf, Position } from '../../../../shared/schema/change.ts';
import { t } from '../../../../shared/words/t.ts';
import { config, place } from '../../draft/desk.ts';
import type { Place } from '../../draft/places.ts';
import { SelectField } from '../../kit/select-field.tsx';
import { useSurvey } from '../../site/use-survey.ts';
import { offerBeside, PickBeside } from '../beside.tsx';
import { picked } from '../on-page.ts';
import { useTypedChange } from '../use-typed-change.ts';

type At = Extract<Place, { kind: 'variant' }>;
type AskChange = ChangeOf<'ask'>;

const CORNER = 'corner';

export function AskForm({ at, change, index }: { at: At; change: AskChange; index: number }) {
  const { change: asks, save } = useTypedChange(at, change, index);
  const { survey } = useSurvey();
  const where = asks.place ?? CORNER;
  const target =
    typeof where === 'object' ? where.target : (picked.value?.choices[0]?.target ?? survey?.heading?.target);
  const question = config.value?.questions?.find(({ id }) => id === asks.question);
  return (
    <fieldset class="options block-form" aria-label={t`Where it is asked`}>
      <SelectField<Position | typeof CORNER>
        label={t`Where`}
        value={typeof where === 'string' ? where : where.position}
        options={[[CORNER, t`Corner of the window`], ...offerBeside(target)]}
        set={(choice) => {
          const next = choice === CORNER ? CORNER : target && { target, position: choice };
          if (next) save({ ...asks, place: next }, t`Place of the question`);
        }}
      />
      <PickBeside index={index} />
      {typeof where === 'object' && (
        <p class="tiny soft">{t`There it comes only while that place is below what is in view, so that nothing moves under a reader.`}</p>
      )}
      {question && (
        <button
          class="button"
          type="button"
          onClick={() => {
            const { experience, id } = at;
            place.value = { kind: 'question', id: question.id, variant: { experience, id } };
          }}
        >{t`Words and answers of the question`}</button>
      )}
    </fieldset>
  );
}
