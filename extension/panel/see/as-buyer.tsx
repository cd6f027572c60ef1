// This browser as a buyer among all of them, in numbers that were learned of all: nothing where the config has none.

import { ShoppingBag } from 'lucide-preact';
import { t } from '../../../shared/words/t.ts';
import { sayFound } from '../kit/say-learned.ts';
import { answerBuyer } from '../site/buyer-answers.ts';
import { memory, view } from '../site/page.ts';

export function AsBuyer() {
  const [known, seen] = [memory.value, view.value];
  const answers = known && seen ? answerBuyer(seen.program.config, known, seen) : [];
  if (answers.length === 0) return null;
  return (
    <section class="card" aria-label={t`As a buyer`}>
      <h2>
        <ShoppingBag size={15} aria-hidden="true" /> {t`As a buyer`}
      </h2>
      <ul class="list">
        {answers.map((answer) => (
          <li key={JSON.stringify(answer.condition)} class="small">
            {sayFound(answer)}
          </li>
        ))}
      </ul>
      <p class="tiny soft">{t`By numbers that were learned of all buyers: what they did, not what this one will do.`}</p>
    </section>
  );
}
