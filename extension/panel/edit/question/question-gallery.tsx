// Ready questions to begin with, by what they are good for; one that is taken is on the page at once.

import { useSignal } from '@preact/signals';
import { ChevronRight } from 'lucide-preact';
import { toPattern } from '../../../../shared/engine/address.ts';
import type { Answer, Question } from '../../../../shared/schema/question.ts';
import { QUESTION_GROUPS, QUESTIONS, type ReadyQuestion } from '../../../../shared/templates/questions.ts';
import { plainWords } from '../../../../shared/templates/segments-of.ts';
import { sayAny } from '../../../../shared/words/lists.ts';
import { t } from '../../../../shared/words/t.ts';
import { editAndOpen } from '../../draft/desk.ts';
import type { Place } from '../../draft/places.ts';
import { look } from '../../site/page.ts';
import { addQuestion, blankQuestion, type Where } from './make-question.ts';

function sayAnswers(answer: Answer): string {
  if (answer.kind === 'choice') return sayAny(answer.options.map(({ label }) => t`“${plainWords(label)}”`));
  const { from, to, low, high } = answer;
  return t`A number from ${from} (“${plainWords(low)}”) to ${to} (“${plainWords(high)}”)`;
}

function Inside({ question, use }: { question: Question; use(): void }) {
  return (
    <div class="make-form">
      <dl class="goal-parts small">
        <dt>{t`Why`}</dt>
        <dd>{plainWords(question.purpose)}</dd>
        <dt>{t`Answers`}</dt>
        <dd>{sayAnswers(question.answer)}</dd>
      </dl>
      <button class="button main" type="button" onClick={use}>{t`Begin with this`}</button>
      <p class="tiny soft">{t`Every part can be changed then. Only you see it, until you publish.`}</p>
    </div>
  );
}

export function QuestionGallery({ at }: { at: Extract<Place, { kind: 'questions' }> }) {
  const open = useSignal('');
  const url = look.value?.url;
  const add = async (made: Question) => {
    const where: Where | undefined = at.variant
      ? { variant: at.variant }
      : url === undefined
        ? undefined
        : { url };
    if (where)
      await editAndOpen(t`New question`, (next) => ({
        kind: 'question',
        id: addQuestion(next, made, where),
        ...(at.variant && { variant: at.variant }),
      }));
  };
  const groups = Object.entries(QUESTION_GROUPS) as [ReadyQuestion['group'], string][];
  return (
    <>
      <p class="small soft">{t`One tap answers, and the answer stays in the visitor’s browser. Then you say what those get who answered so.`}</p>
      {!at.variant && url !== undefined && (
        <p class="small soft">{t`It is asked on ${toPattern(new URL(url))} alone, the page in front, until you choose more pages.`}</p>
      )}
      <button
        class="button"
        type="button"
        onClick={() => void add(blankQuestion())}
      >{t`Write a question of my own`}</button>
      {groups.map(([group, name], index) => {
        const own = QUESTIONS.filter((one) => one.group === group);
        return (
          <details key={group} class="make-group" open={index === 0}>
            <summary class="heading">
              <ChevronRight size={15} class="turn" aria-hidden="true" />
              {name}
              <span class="count">{own.length}</span>
            </summary>
            {own.map(({ question }) => (
              <details
                key={question.id}
                name="question"
                class="card"
                open={open.value === question.id}
                data-question={question.id}
                onToggle={({ currentTarget }) => {
                  if (currentTarget.open) open.value = question.id;
                }}
              >
                <summary>
                  <ChevronRight size={15} class="turn" aria-hidden="true" />
                  <span class="grow">
                    <strong class="small">{question.name}</strong>
                    <span class="tiny soft block">{plainWords(question.ask)}</span>
                  </span>
                </summary>
                {open.value === question.id && <Inside question={question} use={() => void add(question)} />}
              </details>
            ))}
          </details>
        );
      })}
    </>
  );
}
