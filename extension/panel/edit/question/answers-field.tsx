// How a question is answered: by one of some answers, several of them, or a number.

import { useSignal } from '@preact/signals';
import { X } from 'lucide-preact';
import { type Answer, MOST_OF_QUESTION, OPTIONS, type Question } from '../../../../shared/schema/question.ts';
import { plainWords } from '../../../../shared/templates/segments-of.ts';
import { t } from '../../../../shared/words/t.ts';
import { createId } from '../../draft/create-id.ts';
import { moveItem } from '../../draft/move-item.ts';
import { Order } from '../../kit/order.tsx';
import { SelectField } from '../../kit/select-field.tsx';
import { answerBy, type By, byOf } from './answer-by.ts';
import { QuestionText } from './question-text.tsx';

const WAYS: readonly (readonly [By, string])[] = [
  ['one', t`One of some answers`],
  ['many', t`Several of some answers`],
  ['number', t`A number`],
];

interface Props {
  question: Question;
  /** Changes the answers in place. */
  change(what: string, act: (answer: Answer) => Answer | undefined): void;
}
type Choice = Extract<Answer, { kind: 'choice' }>;

function AddAnswer({ answer: { options }, change }: { answer: Choice; change: Props['change'] }) {
  const label = useSignal('');
  if (options.length >= OPTIONS.most)
    return <p class="tiny soft">{t`More than ${OPTIONS.most} answers nobody reads before a tap.`}</p>;
  return (
    <form
      class="question-answer"
      onSubmit={(event) => {
        event.preventDefault();
        const said = label.value.trim();
        if (said === '') return;
        change(t`Answer added`, (answer) => {
          if (answer.kind !== 'choice') return undefined;
          const taken = answer.options.map(({ value }) => ({ id: value }));
          answer.options.push({ value: createId(said, taken, 'answer'), label: said });
          return undefined;
        });
        label.value = '';
      }}
    >
      <label class="field grow">
        <span>{t`One more answer`}</span>
        <input
          type="text"
          maxLength={MOST_OF_QUESTION.label}
          value={label.value}
          onInput={({ currentTarget }) => {
            label.value = currentTarget.value;
          }}
        />
      </label>
      <button class="button" type="submit" disabled={label.value.trim() === ''}>{t`Add`}</button>
    </form>
  );
}

function Choices({
  question: { id },
  answer,
  change,
}: {
  question: Question;
  answer: Choice;
  change: Props['change'];
}) {
  const { options } = answer;
  const put = (what: string, act: (all: Choice['options']) => void) =>
    change(what, (now) => {
      if (now.kind === 'choice') act(now.options);
      return undefined;
    });
  return (
    <>
      <ol class="list">
        {options.map(({ value, label }, index) => (
          <li key={value} class="question-answer">
            <div class="grow">
              <QuestionText
                label={t`Answer ${index + 1}`}
                words={label}
                spot={{ id, field: 'label', option: value }}
                most={MOST_OF_QUESTION.label}
              />
            </div>
            <Order
              name={plainWords(label)}
              at={index}
              count={options.length}
              move={(by) =>
                put(t`Order of the answers`, (all) =>
                  moveItem(
                    all,
                    all.findIndex((one) => one.value === value),
                    by,
                  ),
                )
              }
            />
            <button
              class="icon-button"
              type="button"
              aria-label={t`Take away “${plainWords(label)}”`}
              disabled={options.length <= OPTIONS.least}
              onClick={() =>
                put(t`Answer taken away`, (all) => {
                  const at = all.findIndex((one) => one.value === value);
                  if (at >= 0) all.splice(at, 1);
                })
              }
            >
              <X size={14} aria-hidden="true" />
            </button>
          </li>
        ))}
      </ol>
      <AddAnswer answer={answer} change={change} />
    </>
  );
}

function Scale({
  question: { id },
  answer,
  change,
}: {
  question: Question;
  answer: Extract<Answer, { kind: 'scale' }>;
  change: Props['change'];
}) {
  const { from, to, low, high } = answer;
  return (
    <>
      <div class="grid">
        <SelectField
          label={t`Numbers`}
          value={`${from}-${to}`}
          options={[0, 1].flatMap((first) =>
            [5, 7, 10].map((last) => [`${first}-${last}`, t`${first} to ${last}`] as const),
          )}
          set={(choice) => {
            const [first, last] = choice.split('-').map(Number);
            change(t`Numbers of the answer`, (now) => {
              if (now.kind === 'scale') {
                now.from = first === 0 ? 0 : 1;
                now.to = last === 5 || last === 7 ? last : 10;
              }
              return undefined;
            });
          }}
        />
      </div>
      <QuestionText
        label={t`What ${from} means`}
        words={low}
        spot={{ id, field: 'low' }}
        most={MOST_OF_QUESTION.label}
      />
      <QuestionText
        label={t`What ${to} means`}
        words={high}
        spot={{ id, field: 'high' }}
        most={MOST_OF_QUESTION.label}
      />
    </>
  );
}

export function AnswersField({ question, change }: Props) {
  const { answer } = question;
  return (
    <>
      <SelectField
        label={t`It is answered by`}
        value={byOf(answer)}
        options={WAYS}
        set={(by) => change(t`How it is answered`, (now) => answerBy(now, by))}
      />
      {answer.kind === 'choice' ? (
        <Choices question={question} answer={answer} change={change} />
      ) : (
        <Scale question={question} answer={answer} change={change} />
      )}
    </>
  );
}
