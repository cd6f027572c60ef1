// All that a config asks of visitors, each with its place: in segments, and in what its models weigh.

import type { Condition } from '../schema/condition.ts';
import type { Config } from '../schema/config.ts';
import { type Part, walk } from '../schema/parts.ts';

export const rulesOf = ({ segments, models = [] }: Config): Part<Condition>[] => [
  ...segments.flatMap(({ when }, i) => walk(when, ['segments', i, 'when'])),
  ...models.flatMap(({ terms }, m) =>
    terms.map((term, i): Part<Condition> => {
      const path = ['models', m, 'terms', i];
      return 'when' in term
        ? { value: term.when, path: [...path, 'when'] }
        : // but for its test, which nobody has written
          { value: { ...term.of, is: { $exists: true } } as Condition, path: [...path, 'of'] };
    }),
  ),
];
