// Removing a question: what speaks of it is named before, and what only asked it goes with it.

import type { Config } from '../../../../shared/schema/config.ts';
import type { Question } from '../../../../shared/schema/question.ts';
import { t } from '../../../../shared/words/t.ts';
import { edit, place } from '../../draft/desk.ts';
import { Ask } from '../../kit/ask.tsx';
import { sayRemoval } from './say-removal.ts';
import { removeQuestion } from './uses-of-question.ts';

export const RemoveQuestion = ({ config, question }: { config: Config; question: Question }) => (
  <Ask
    label={t`Remove this question`}
    question={sayRemoval(config, question)}
    yes={t`Remove it`}
    act={async () => {
      place.value = { kind: 'home' };
      await edit(t`Question removed`, (next) => removeQuestion(next, question.id));
    }}
  />
);
