// How likely a goal is in the visit that is going on, as was learned of everybody's visits: nothing where the config has no such.

import { Target } from 'lucide-preact';
import { t } from '../../../shared/words/t.ts';
import { sayFound } from '../kit/say-learned.ts';
import { answerVisit } from '../site/buyer-answers.ts';
import { memory, view } from '../site/page.ts';

export function ThisVisit() {
  const [known, seen] = [memory.value, view.value];
  const answers = known && seen ? answerVisit(seen.program.config, known, seen) : [];
  if (answers.length === 0) return null;
  return (
    <section class="card" aria-label={t`How visits like this one ended`}>
      <h2>
        <Target size={15} aria-hidden="true" /> {t`How visits like this one ended`}
      </h2>
      <ul class="list">
        {answers.map((answer) => (
          <li key={answer.condition.id} class="small">
            {sayFound(answer)}
          </li>
        ))}
      </ul>
      <p class="tiny soft">{t`As was learned of everybody’s visits: what became of such ones, not what will become of this one.`}</p>
    </section>
  );
}
