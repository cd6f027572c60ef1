// The questions of the draft: what each asks, and how many segments are made of its answers.

import { MessageCircleQuestionMark, Plus } from 'lucide-preact';
import { plainWords } from '../../../../shared/templates/segments-of.ts';
import { t } from '../../../../shared/words/t.ts';
import { config, place } from '../../draft/desk.ts';

export function QuestionList() {
  const questions = config.value?.questions ?? [];
  return (
    <section class="card">
      <h2>
        <MessageCircleQuestionMark size={15} aria-hidden="true" /> {t`Questions`}{' '}
        <span class="count">{t`answered by one tap`}</span>
      </h2>
      {questions.length === 0 ? (
        <p class="small soft">{t`Ask visitors what they came for, and show them what fits. The answer stays in their browser.`}</p>
      ) : (
        <ul class="list">
          {questions.map(({ id, name, ask }) => (
            <li key={id} class="make-row">
              <button
                class="make-open"
                type="button"
                onClick={() => {
                  place.value = { kind: 'question', id };
                }}
              >
                <strong>{name || id}</strong>
                <span class="soft tiny">{plainWords(ask)}</span>
              </button>
            </li>
          ))}
        </ul>
      )}
      <button
        class="button"
        type="button"
        onClick={() => {
          place.value = { kind: 'questions' };
        }}
      >
        <Plus size={15} aria-hidden="true" /> {t`Ask visitors something`}
      </button>
    </section>
  );
}
