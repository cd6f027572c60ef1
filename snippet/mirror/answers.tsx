// What the visitor has answered here, to be changed or deleted. A deleted answer is not asked for again.

import { noteInLog } from '../../shared/engine/ask-log.ts';
import { own } from '../../shared/engine/dig.ts';
import { readQuestion } from '../../shared/grammar/read-question.ts';
import type { Question } from '../../shared/schema/question.ts';
import type { Loop } from '../loop.ts';
import type { Traits } from '../remember/act.ts';
import type { Memory } from './remembered.tsx';
import type { Strings } from './strings.ts';

interface AnswersProps {
  loop: Loop;
  memory: Memory | undefined;
  strings: Strings;
  /** Says it to the tag, and looks again. */
  state(traits: Traits): void;
}

type Value = string | number;

export function Answers({ loop, memory, strings, state }: AnswersProps) {
  const traits = memory?.traits ?? {};
  const answered = (loop.config.questions ?? []).flatMap((question) => {
    const read = readQuestion(question, document.documentElement.lang);
    return read && own(traits, question.trait) !== undefined ? [{ question, read }] : [];
  });
  const note = ({ id }: Question, became: 'answered' | 'refused') =>
    noteInLog(traits, id, became, Date.now());
  return (
    <section>
      <h3>{strings.answers}</h3>
      {!answered.length && <p>{strings.noAnswers}</p>}
      <ul class="cards">
        {answered.map(({ question, read: { ask, purpose, choices, isMany, ends } }) => {
          const given = [traits[question.trait]].flat();
          const choose = (value: Value) => {
            const others = given.filter((one) => one !== value);
            const isIn = others.length < given.length;
            const next = isMany ? ([...others, ...(isIn ? [] : [value])] as Value[]) : value;
            // none of several is no answer
            if (isMany ? others.length || !isIn : !isIn)
              state({ [question.trait]: next, ...note(question, 'answered') });
          };
          return (
            <li key={question.id}>
              <button
                type="button"
                aria-label={`${strings.forgetAnswer}: ${ask}`}
                onClick={() => state({ [question.trait]: null, ...note(question, 'refused') })}
              >
                {strings.forgetAnswer}
              </button>
              <b>{ask}</b>
              <p class="why">{purpose}</p>
              {/* biome-ignore lint/a11y/useSemanticElements: a fieldset would want a legend of its own beside the heading */}
              <div class="picks" role="group" aria-label={ask}>
                {choices.map(({ value, label }, at) => (
                  <button
                    key={value}
                    type="button"
                    aria-pressed={given.includes(value)}
                    aria-label={
                      ends && (at === 0 || at === choices.length - 1)
                        ? `${label}, ${ends[at && 1]}`
                        : undefined
                    }
                    onClick={() => choose(value)}
                  >
                    {label}
                  </button>
                ))}
              </div>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
