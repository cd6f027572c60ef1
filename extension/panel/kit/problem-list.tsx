// What is wrong with a config: where, what, and what to write instead.

import type { Problem } from '../../../shared/schema/problem.ts';
import { t } from '../../../shared/words/t.ts';
import { Note } from './note.tsx';

const MOST = 5;

export function ProblemList({ name, problems }: { name: string; problems: Problem[] }) {
  const errors = problems.filter(({ severity }) => severity === 'error');
  return (
    <Note tone="bad">
      <p>
        <strong>{t`${name} is not a config that works.`}</strong>
      </p>
      <ul class="list">
        {errors.slice(0, MOST).map(({ path, problem, remedy }) => (
          <li key={path + problem}>
            {path && <code>{path}: </code>}
            {problem}. {remedy}
          </li>
        ))}
      </ul>
      {errors.length > MOST && <p>{t`And ${errors.length - MOST} more.`}</p>}
    </Note>
  );
}
